import codecs
from hashlib import sha512

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.decoding import decode, unscrambled
from govdisclosure.errors import DocumentKind, NotAReport, UndecodableSource
from govdisclosure.source import DecodedBy, Decoding

SIMPLIFIED = "二、主动公开政府信息情况\n规章 13 13 524\n（一）予以公开 258 12 〇㎡"
TRADITIONAL = "二、主動公開政府資訊情況\n規章 13 13 524\n（一）予以公開 258 12 本機關不掌握相關政府資訊"
#: 䶮 and 㐂 stand in GB18030 only.
RARE = SIMPLIFIED + "䶮㐂𠮷"


def page(charset, text=SIMPLIFIED):
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>{text}</html>'


@pytest.mark.parametrize("label", ["utf-8", "UTF-8", "utf8"])
@pytest.mark.parametrize(
    "shape",
    [
        '<meta charset="{}">',
        "<META CHARSET={}>",
        "<meta charset = '{}' />",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        "<meta content='text/html;charset={}' http-equiv=Content-Type>",
        '<?xml version="1.0" encoding="{}"?><html>',
        '@charset "{}";',
        '<!-- <meta charset="big5"> --><meta charset="{}">',
        '<script charset="gbk" src="a.js"></script><meta charset="{}">',
    ],
)
def test_a_declaration_is_found_as_browsers_find_it(shape, label):
    markup = shape.format(label) + SIMPLIFIED
    assert decode(markup.encode()) == (markup, Decoding(label, "utf-8", DecodedBy.DECLARATION))


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb_2312-80", "x-gbk", "gb18030", "GB2312"])
def test_every_label_of_the_gb_family_means_gb18030(label):
    markup = page(label, RARE)
    assert decode(markup.encode("gb18030")) == (markup, Decoding(label, "gb18030", DecodedBy.DECLARATION))


@pytest.mark.parametrize("label", ["big5", "Big5-HKSCS"])
def test_big5_is_read_as_declared(label):
    markup = page(label, TRADITIONAL)
    assert decode(markup.encode("big5hkscs")) == (markup, Decoding(label, "big5hkscs", DecodedBy.DECLARATION))


@pytest.mark.parametrize(
    ("declared", "codec", "text", "by"),
    [
        ("utf-8", "gb18030", SIMPLIFIED, DecodedBy.GB18030),
        ("gb2312", "utf-8", SIMPLIFIED, DecodedBy.UTF8),
        ("gbk", "utf-8", TRADITIONAL, DecodedBy.UTF8),
        ("big5", "utf-8", TRADITIONAL, DecodedBy.UTF8),
        ("big5", "gb18030", SIMPLIFIED, DecodedBy.GB18030),
        ("iso-8859-1", "gb18030", SIMPLIFIED, DecodedBy.GB18030),
        ("iso-8859-1", "utf-8", SIMPLIFIED, DecodedBy.UTF8),
        ("utf-8", "big5hkscs", TRADITIONAL, DecodedBy.DETECTION),
        ("gb2312", "big5hkscs", TRADITIONAL, DecodedBy.DETECTION),
    ],
)
def test_a_wrong_declaration_is_passed_over_and_recorded(declared, codec, text, by):
    markup = page(declared, text)
    assert decode(markup.encode(codec)) == (markup, Decoding(declared, codec, by, contradicted=True))


def test_a_declaration_is_not_contradicted_by_ascii():
    markup = page("gb2312", "<td>0</td>")
    assert decode(markup.encode()) == (markup, Decoding("gb2312", "gb18030", DecodedBy.DECLARATION))


def test_an_unknown_label_is_recorded_and_contradicts_nothing():
    markup = page("x-user-defined")
    assert decode(markup.encode()) == (markup, Decoding("x-user-defined", "utf-8", DecodedBy.UTF8))


@pytest.mark.parametrize(
    ("codec", "text", "by"),
    [
        ("utf-8", RARE, DecodedBy.UTF8),
        ("gb18030", RARE, DecodedBy.GB18030),
        ("gb18030", "规章", DecodedBy.GB18030),
        ("utf-8", "规章", DecodedBy.UTF8),
        ("utf-8", "naïve – “quoted”", DecodedBy.UTF8),
        ("big5hkscs", TRADITIONAL, DecodedBy.DETECTION),
        ("utf-16-le", SIMPLIFIED, DecodedBy.DETECTION),
        ("utf-16-be", SIMPLIFIED, DecodedBy.DETECTION),
        ("utf-16-le", "<td>0</td>", DecodedBy.DETECTION),
    ],
)
def test_what_declares_nothing_is_decoded_all_the_same(codec, text, by):
    assert decode(text.encode(codec)) == (text, Decoding(None, codec, by))


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_byte_order_mark_settles_it_and_is_taken_off(mark, codec):
    assert decode(mark + RARE.encode(codec)) == (RARE, Decoding(None, codec, DecodedBy.MARK))


def test_the_mark_of_a_template_does_not_spoil_text_of_another_encoding():
    data = codecs.BOM_UTF8 + SIMPLIFIED.encode("gb18030")
    assert decode(data) == (SIMPLIFIED, Decoding(None, "gb18030", DecodedBy.GB18030))


@pytest.mark.parametrize(
    ("declared", "codec", "by"),
    [
        ("utf-8", "utf-8", DecodedBy.DECLARATION),
        ("nothing", "utf-8", DecodedBy.UTF8),
        ("gbk", "gb18030", DecodedBy.DECLARATION),
        ("nothing", "gb18030", DecodedBy.GB18030),
    ],
)
def test_a_few_damaged_bytes_are_counted_not_fatal(declared, codec, by):
    text = page(declared, "政府信息公开" * 20 + "\n")
    data = text.encode(codec)
    assert decode(data + b"\xff\n") == (text + "\ufffd\n", Decoding(declared, codec, by, damaged=1))


@pytest.mark.parametrize("cut", [1, 2])
def test_a_page_that_is_cut_inside_a_character_is_read(cut):
    data = page("gb2312", "政府信息公开" * 20).removesuffix("</html>").encode()[:-cut]
    text, decoding = decode(data)
    assert text.endswith("公\ufffd")
    assert decoding == Decoding("gb2312", "utf-8", DecodedBy.UTF8, damaged=1, contradicted=True)


def test_nul_characters_are_dropped():
    assert decode("规章\0 1\0 3".encode()) == ("规章 1 3", Decoding(None, "utf-8", DecodedBy.UTF8))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\0\0"])
def test_empty_input_is_no_report(data):
    with pytest.raises(NotAReport) as caught:
        decode(data)
    assert (caught.value.kind, caught.value.evidence) == (DocumentKind.EMPTY, "")


@pytest.mark.parametrize(
    ("data", "kind", "evidence"),
    [
        (b"\x89PNG\r\n\x1a\n....", DocumentKind.PICTURE, "PNG"),
        (b"\xff\xd8\xff\xe0....", DocumentKind.PICTURE, "JPEG"),
        (b"GIF89a....", DocumentKind.PICTURE, "GIF"),
        (b"BM6\x10\x0e\x00\x00\x00\x00\x006", DocumentKind.PICTURE, "BMP"),
        (b"II*\0....", DocumentKind.PICTURE, "TIFF"),
        (b"RIFF1234WEBPVP8 ", DocumentKind.PICTURE, "WebP"),
        (b"%PDF-1.7\n%\xe2\xe3", DocumentKind.BINARY, "PDF"),
        (b"\r\n%PDF-1.4", DocumentKind.BINARY, "PDF"),
        (b"PK\x03\x04\x14\0", DocumentKind.BINARY, "ZIP (docx, xlsx, ofd)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DocumentKind.BINARY, "OLE (doc, xls, wps)"),
        (b"Rar!\x1a\x07\x01", DocumentKind.BINARY, "RAR"),
        (b"{\\rtf1\\ansi", DocumentKind.BINARY, "RTF"),
    ],
)
def test_pictures_and_files_of_other_programs_are_refused_by_name(data, kind, evidence):
    with pytest.raises(NotAReport) as caught:
        decode(data)
    assert (caught.value.kind, caught.value.evidence) == (kind, evidence)


@pytest.mark.parametrize("data", ["BMI 规章", "PK 规章", "MM 规章"])
def test_text_that_begins_like_a_signature_is_text(data):
    assert decode(data.encode())[0] == data


def test_bytes_of_no_encoding_are_refused_with_the_declaration():
    data = page("utf-8", "").encode() + sha512(b"noise").digest() * 40
    with pytest.raises(UndecodableSource) as caught:
        decode(data)
    assert caught.value.declared == "utf-8"


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_documented_error(data):
    try:
        text, decoding = decode(data)
    except (NotAReport, UndecodableSource):
        return
    assert "\0" not in text
    assert decoding.damaged <= text.count("\ufffd")


@given(
    st.sampled_from(["utf-8", "gb18030"]),
    st.sampled_from(["", '<meta charset="utf-8">', '<meta charset="gb2312">', '<meta charset="big5">']),
    st.text(st.sampled_from("政府信息公开规章处罚0123 \n<>（）一二三、"), max_size=60),
)
def test_chinese_text_survives_any_declaration(codec, declaration, text):
    markup = declaration + "<p>二、主动公开政府信息情况</p>" + text
    assert decode(markup.encode(codec))[0] == markup


def western(data):
    """Bytes as browsers read windows-1252: those that mean nothing there stay control characters."""
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("scramble", [western, lambda data: data.decode("latin-1")], ids=["windows", "iso"])
@pytest.mark.parametrize("text", [SIMPLIFIED, page("x"), "<p>3</p>" * 50 + SIMPLIFIED])
def test_text_that_was_taken_for_western_is_read_again(codec, scramble, text):
    given = Decoding(None, None, DecodedBy.CALLER)
    assert unscrambled(scramble(text.encode(codec)), given) == (
        text,
        Decoding("windows-1252", codec, DecodedBy.DETECTION, damaged=0, contradicted=True),
    )


def test_text_scrambled_among_other_text_is_read_again():
    mixed = "阅读" + western(SIMPLIFIED.encode()) + "阅读"
    assert unscrambled(mixed, Decoding("utf-8", "utf-8", DecodedBy.DECLARATION)) == (
        f"阅读{SIMPLIFIED}阅读",
        Decoding("utf-8", "utf-8", DecodedBy.DETECTION, contradicted=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        "",
        "naïve café – 3 ½",
        "某县年度报告 13 524",
        western(SIMPLIFIED.encode()) + "公开",
        western("年度报告".encode()),
    ],
)
def test_other_text_stays(text):
    given = Decoding(None, None, DecodedBy.CALLER)
    assert unscrambled(text, given) == (text, given)
