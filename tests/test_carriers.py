"""Pages within archives, answers, fields, frames and scripts; and what looks like it."""

import json

import pytest

from govdisclosure.readers.carriers import page_kept, page_of_answer, page_of_archive, page_shown, unwrapped

PAGE = "<h1>年报</h1><table>" + "<tr><td>规章<td>3<td>4" * 7 + "</table>"
ARCHIVE = (
    b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/css\r\n\r\np {}\r\n--b\r\nContent-Type: text/html; charset=gbk\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nPHA+0ruhor2ovbU8L3A+\r\n--b--\r\n"
)


def test_the_page_of_an_archive_is_its_first():
    assert page_of_archive(ARCHIVE) == page_of_archive(b"\r\n" + ARCHIVE) == b"<p>\xd2\xbb\xa1\xa2\xbd\xa8\xbd\xb5</p>"


def test_the_page_of_an_archive_with_frames_is_the_one_with_a_table():
    part = "--b\r\nContent-Type: text/html\r\n\r\n{}\r\n".format
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    framed, table, other = "<iframe src=cid:1></iframe>", "<table>" + "<tr><td>a<td>3" * 10 + "</table>", "<td>3"
    archives = [head + "".join(map(part, parts)) + "--b--" for parts in ((framed, other, table), (framed, other))]
    assert [page_of_archive(archive.encode()).decode() for archive in archives] == [table, framed]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<p>MIME-Version: 1.0 multipart/related</p>",
        b"Subject: multipart/x\n\n<p>3",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\n3\n--b--",
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3000)),
    ],
    ids=["nothing", "page", "letter", "no parts", "no text", "deep"],
)
def test_other_bytes_stay(data):
    assert page_of_archive(data) == data


@pytest.mark.parametrize(
    ("answer", "page"),
    [
        ({"title": "年报", "content": PAGE}, f'<meta name="title" content="年报">{PAGE}'),
        ([{"html": PAGE}, {"html": "<p>更长" + "文" * 900}], PAGE),
        (
            {"pubDate": "2024-01-09", "id": 3, "a": {"b": ["&lt;p&gt;一&lt;/p&gt;", "x" * 999]}},
            '<meta name="pubDate" content="2024-01-09"><p>一</p>',
        ),
        ({'q"': 'a"b', "content": "<p>一</p>"}, '<meta name="q&quot;" content="a&quot;b"><p>一</p>'),
    ],
)
@pytest.mark.parametrize("wrap", ["{}", " \ufeff{}\n", "callback({});", "/**/ jq.x1({})"])
def test_the_page_of_an_answer_is_that_with_the_most_cells(answer, page, wrap):
    text = wrap.replace("{}", json.dumps(answer, ensure_ascii=wrap == "{}"))
    assert page_of_answer(text) == (page if "/**/" not in wrap else text)


def test_an_answer_may_keep_a_page_in_parts():
    first, second = "<p>一", "<table>" + "<tr><td>规章<td>3" * 3 + "</table>"
    sections = [{"content": first}, {"content": second}, {"content": second}, {"note": "<p>注</p>"}]
    assert page_of_answer(json.dumps(sections)) == first + second + second
    assert page_of_answer(json.dumps(sections[1:2] + sections[3:])) == second


def test_an_answer_may_keep_tables_as_lists_of_rows():
    answer = {"title": "年报", "id": 7, "body": ["二、<主动>公开", {"rows": [["规章", 1, None], ["许可", 2.5, ""]]}]}
    assert page_of_answer(json.dumps(answer)) == (
        "<p>年报</p><p>二、&lt;主动&gt;公开</p>"
        "<table><tr><td>规章</td><td>1</td><td></td></tr><tr><td>许可</td><td>2.5</td><td></td></tr></table>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '[["a"], ["b"]]',
        '[["a", {}], ["b", 1]]',
        '{"a": [["a", 1]]}',
        "[1, 2]",
        '{"a": "规章 3"}',
        '{"a": "<p>一"',
        "(一)",
        "一（二）",
        "f(3)",
        "[" * 100_000,
        f"[{'9' * 9999}]",
        PAGE,
    ],
)
def test_other_text_stays(text):
    assert page_of_answer(text) == text


ESCAPED = PAGE.replace("<", "&lt;")


@pytest.mark.parametrize(
    "markup",
    [
        f'<input type=hidden value="{ESCAPED}"><input value=3>',
        f"<textarea hidden>{ESCAPED}</textarea>",
        f"<script>var a = 'td', b = {json.dumps(PAGE)};</script>",
        f"<script>b = '{PAGE}' + c</script><script>td</script>",
        f"<script>b = `{PAGE}`</script>",
        f'<script type="text/template">{PAGE}</script>',
        "<textarea><td></textarea>" + f"<textarea>{PAGE}</textarea>",
    ],
)
def test_the_page_that_a_page_keeps_is_found(markup):
    assert page_kept(markup) == PAGE


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (f'甲<iframe class=x srcdoc="{ESCAPED}"></iframe>乙', f"甲{PAGE}</iframe>乙"),
        ("甲<IFRAME SRCDOC='&lt;p&gt;一'>", "甲<p>一"),
        (f"甲<noscript>{PAGE}</noscript><template id=a>乙</template>", f"甲{PAGE}乙"),
        ("甲<iframe src=a.html></iframe><noscripts>", "甲<iframe src=a.html></iframe><noscripts>"),
    ],
)
def test_what_a_page_keeps_from_browsers_is_put_in_its_place(markup, shown):
    assert unwrapped(markup) == shown


def test_the_source_that_a_page_shows_is_a_page():
    assert page_shown(f"1\t{PAGE}") == f"1{PAGE}"
    table = PAGE[PAGE.index("<table") :]
    assert page_shown(f"一、\n{table}\n二、") == f"一、<br>\n{table}<br>\n二、"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>规章 3",
        "<script>td",
        "<script>var a = '<td>3</td>', b = \"<td>",
        "<input value='<td>'>",
        "<textarea>td" + "</textarea>",
    ],
)
def test_other_pages_keep_none(markup):
    assert page_kept(markup) is None


def test_other_text_is_no_page():
    assert page_shown("规章 3 <td>") is None


@pytest.mark.parametrize("text", ["\xa0" * 200_000 + "1", "a" * 200_000 + "(", "[" * 200_000, "{}," * 200_000])
def test_long_hostile_text_is_no_answer(text):
    assert page_of_answer(text) == text


def test_a_frame_with_many_pages_has_one():
    assert unwrapped("甲<iframe " + "srcdoc='一' " * 30_000) == "甲一"


def test_depth_hides_no_page():
    assert page_kept(f"<script>b = '{PAGE}'</script>" + "<div>" * 100_000) == PAGE


@pytest.mark.parametrize("script", ["'\\\\" * 100_000, "'" * 100_001 + '"', "`\"'\\\\" * 50_000])
def test_marks_that_never_close_hide_no_page(script):
    assert page_kept(f"<script>b = '{PAGE}';{script}</script>") == PAGE
