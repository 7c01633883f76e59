import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.framing.outline import outline
from govdisclosure.headings import heading_of
from govdisclosure.remnants import is_of_a_table, may_be_of_a_table
from govdisclosure.report import Section, SectionKind
from tests.lines import lines_of

ONE, TWO, THREE, FOUR, FIVE, SIX = SectionKind


def tree(text):
    """Each section as heading, kind, paragraphs and children."""
    return [shape(section) for section in outline(lines_of(text)).sections]


def shape(section):
    children = [shape(child) for child in section.children]
    return (section.heading, section.kind, list(section.paragraphs), *([children] if children else []))


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        ("一、总体情况", "一、总体情况", ""),
        ("一 、总体情况", "一 、总体情况", ""),
        ("????一、总体情况", "一、总体情况", ""),
        ("**二、主动公开政府信息情况**", "二、主动公开政府信息情况", ""),
        ("## 三、其他工作", "三、其他工作", ""),
        ("（一）主动公开情况。2023 年，在政", "（一）主动公开情况", "2023 年，在政"),
        ("（三）政府信息管理情况。", "（三）政府信息管理情况", ""),
        ("(一)受理申请的数量:目前未收到申请;", "(一)受理申请的数量", "目前未收到申请;"),
        ("（一）加强领导，健全机制。我局成立领导小组。", "（一）加强领导，健全机制", "我局成立领导小组。"),
        ("1、公开的便捷性有待加强", "1、公开的便捷性有待加强", ""),
        ("1．主动公开情况", "1．主动公开情况", ""),
        ("(1)更新不及时", "(1)更新不及时", ""),
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项无。", "六、其他需要报告的事项", "无。"),
        ("主动公开政府信息情况", "主动公开政府信息情况", ""),
        ("第一部分 概述", "第一部分 概述", ""),
        (
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "",
        ),
    ],
)
def test_headings_are_told_from_their_text(line, heading, rest):
    found = heading_of(line)
    assert found is not None
    assert (found.text, line[found.end :]) == (heading, rest)
    assert line[found.start : found.stop] == heading


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("01 总体情况", 1, ONE),
        ("2 主动公开政府信息情况", 2, TWO),
        ("III、收到和处理政府信息公开申请情况", 3, THREE),
        ("Ⅳ 政府信息公开行政复议、行政诉讼情况", 4, FOUR),
        ("Ⅵ.其他需要报告的事项", 6, SIX),
    ],
)
def test_a_title_may_have_a_number_of_any_kind_before_it(line, number, kind):
    found = heading_of(line)
    assert (found.text, found.depth, found.number, found.kind) == (line, 1, number, kind)


@pytest.mark.parametrize(
    "line",
    [
        "四、行政复议数量 | 件 | 0",
        "一、主动公开情况 | —— | ——",
        "三、依申请公开情况 | 9 |",
        "五、行政诉讼数量｜件｜2｜",
    ],
)
def test_a_row_of_statistics_is_no_heading(line):
    assert heading_of(line) is None


@pytest.mark.parametrize("line", ["2 申请数量", "2023总体情况", "IIII总体情况", "VIP总体情况", "Ⅱ级总体情况"])
def test_a_number_makes_no_heading_of_other_words(line):
    assert heading_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "四、结转下年度继续办理",
        "四、结转下年度继续办理 0 0 0 0 0 0 0",
        "三、本年度办理结果 (一)予以公开 1 0 0 0 0 0 1",
        "（一）予以公开",
        "1.属于国家秘密",
        "5.要求行政机关确认或重 新出具",
        "(三)(四)正文略。",
        "(三)至(五)正文略。",
        "1.2019年全年收到3件",
        "1.全年公开信息12条",
        "一是健全机制。",
        "报告全文由总体情况,主动公开政府信息情况,收到和处理政府信息公开申请情况六个部分组成。",
        "一、由于机构改革，我局职能调整；",
        "3.正文略。",
        "",
    ],
)
def test_rows_of_tables_and_sentences_are_no_headings(line):
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、总体工作情况", ONE),
        ("二、行政机关主动公开政府信息情况", TWO),
        ("三、收到和处理政府信息公开情况", THREE),
        ("四、政府信息公开行政复议及行政诉讼情况", FOUR),
        ("四、政府信息公開行政複議、行政訴訟情況", FOUR),
        ("三、政府信息公开行政复议、行政诉讼情况", FOUR),
        ("五、政府信息公开工作存在的主要问题及改进情况", FIVE),
        ("五、存在的主", FIVE),
        ("六、其它需要报告的事项", SIX),
        ("一、概述", ONE),
        ("三、政府信息依申请公开办理情况", THREE),
        ("二、工作机制保障", None),
    ],
)
def test_sections_are_known_by_their_wording(line, kind):
    assert [section.kind for section in outline(lines_of(line)).sections] == [kind]


def test_subsections_hang_below_their_sections():
    assert tree(
        """根据条例，编制本报告。
一、总体情况
我局高度重视。
（一）主动公开情况
1.公开内容
公开12条。
2.公开形式
网站公开。
（二）依申请公开情况。全年收到3件。
二、主动公开政府信息情况"""
    ) == [
        ("", None, ["根据条例，编制本报告。"]),
        (
            "一、总体情况",
            ONE,
            ["我局高度重视。"],
            [
                (
                    "（一）主动公开情况",
                    None,
                    [],
                    [("1.公开内容", None, ["公开12条。"]), ("2.公开形式", None, ["网站公开。"])],
                ),
                ("（二）依申请公开情况", None, ["全年收到3件。"]),
            ],
        ),
        ("二、主动公开政府信息情况", TWO, []),
    ]


def test_statutory_words_win_over_words_about_the_same():
    text = """一、总体情况
二、主动公开工作情况
公开信息393件。
三、政府信息公开申请情况
收到34件。
一、主动公开政府信息情况
二、收到和处理政府信息公开申请情况
三、政府信息公开行政复议、行政诉讼情况
（一）主要问题
宣传不够。
五、其他需要报告的事项
无。"""
    assert [(heading, kind) for heading, kind, *_ in tree(text)] == [
        ("一、总体情况", ONE),
        ("二、主动公开工作情况", None),
        ("三、政府信息公开申请情况", None),
        ("一、主动公开政府信息情况", TWO),
        ("二、收到和处理政府信息公开申请情况", THREE),
        ("三、政府信息公开行政复议、行政诉讼情况", FOUR),
        ("", None),
        ("五、其他需要报告的事项", SIX),
    ]


def test_lost_headings_do_not_give_their_text_to_the_section_before():
    assert tree(
        """（一）主动公开
公开12条。
二、主动公开政府信息情况
四、政府信息公开行政复议、行政诉讼情况
1、形式的便捷性有待加强
内容不多。
（二）改进情况
加强学习。
（一）贯彻落实年度工作要点情况
已经落实。
（二）收取信息处理费情况
未收取。"""
    ) == [
        ("", None, [], [("（一）主动公开", None, ["公开12条。"])]),
        ("二、主动公开政府信息情况", TWO, []),
        ("四、政府信息公开行政复议、行政诉讼情况", FOUR, []),
        ("", None, [], [("1、形式的便捷性有待加强", None, ["内容不多。"]), ("（二）改进情况", None, ["加强学习。"])]),
        (
            "",
            None,
            [],
            [
                ("（一）贯彻落实年度工作要点情况", None, ["已经落实。"]),
                ("（二）收取信息处理费情况", None, ["未收取。"]),
            ],
        ),
    ]


@pytest.mark.parametrize("numbers", [("（一）", "（二）", "（三）"), ("1.", "2.", "3."), ("", "", "")])
def test_sections_may_be_numbered_otherwise_or_not_at_all(numbers):
    titles = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况")
    text = "\n".join(f"{number}{title}\n无申请。" for number, title in zip(numbers, titles, strict=True))
    assert tree(text) == [
        (f"{number}{title}", kind, ["无申请。"])
        for number, title, kind in zip(numbers, titles, (ONE, TWO, THREE), strict=True)
    ]


def test_a_subsection_with_the_words_of_a_section_is_none():
    text = "一、总体情况\n(一)主动公开政府信息情况\n公开12条。\n二、主动公开政府信息情况"
    assert tree(text) == [
        ("一、总体情况", ONE, [], [("(一)主动公开政府信息情况", None, ["公开12条。"])]),
        ("二、主动公开政府信息情况", TWO, []),
    ]


def test_a_table_of_contents_is_left_out():
    titles = "一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n"
    assert tree(f"{titles}一、总体情况\n好。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。") == [
        ("一、总体情况", ONE, ["好。"]),
        ("二、主动公开政府信息情况", TWO, []),
        ("六、其他需要报告的事项", SIX, ["无。"]),
    ]


PAGE = """一、总体情况
　　2022 年，我局坚持以公开为常态、不公开为例外，持续推进政
府信息公开工作。
　　（一）加强组织领导，健全工作机制。我局成立政务公开工作领
导小组，明确专人负责。
　　全年公开信息 120 条，其中工作动态 80 条，公示公告和其他文
件 40 条。
四、因政府信息公开工作被申请行政复议、提起行政
诉讼情况"""


def test_lines_broken_at_the_width_of_a_page_are_joined():
    assert tree(PAGE) == [
        (
            "一、总体情况",
            ONE,
            ["2022 年，我局坚持以公开为常态、不公开为例外，持续推进政府信息公开工作。"],
            [
                (
                    "（一）加强组织领导，健全工作机制",
                    None,
                    [
                        "我局成立政务公开工作领导小组，明确专人负责。",
                        "全年公开信息 120 条，其中工作动态 80 条，公示公告和其他文件 40 条。",
                    ],
                )
            ],
        ),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", FOUR, []),
    ]


def test_paragraphs_are_not_joined_where_lines_are_paragraphs():
    long = "全年公开信息" * 12
    assert tree(f"一、总体情况\n{long}\n全年公开信息11条\n开展培训2次") == [
        ("一、总体情况", ONE, [long, "全年公开信息11条", "开展培训2次"])
    ]


def test_a_sentence_goes_on_over_the_end_of_a_page():
    lines = lines_of(
        "一、总体情况\n全年公开信息一百二十条其中动态八十条公示公告\n\n\n\n\n四十条均已按时办结并在网站上公布了结果。"
    )
    apart = outline(lines).sections
    joined = outline(lines, {lines[2]}).sections
    assert [len(section.paragraphs) for section in (*apart, *joined)] == [2, 1]


def test_what_a_table_left_behind_is_no_prose():
    text = """二、主动公开政府信息情况
表二：主动公开政府信息情况
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
商业
全年制发文件2件。
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
无申请。"""
    assert tree(text) == [
        ("二、主动公开政府信息情况", TWO, ["全年制发文件2件。"]),
        ("三、收到和处理政府信息公开申请情况", THREE, ["无申请。"]),
    ]


def test_lines_of_tables_are_told():
    rows = ("规章", "行政复议行政诉讼", "0 0 0 1 0", "(七)总计 2 0 0 2", "（二）部分公开（区分处理的，只")
    text = ("总体情况", "无", "全年公开12条。", "二、主动公开政府信息情况", "行政处罚信息已经公开")
    assert [is_of_a_table(row) for row in rows] == [True] * len(rows)
    assert [may_be_of_a_table(line) for line in text] == [False] * len(text)
    assert [may_be_of_a_table(piece) for piece in ("商业 科研", "增1558", "零")] == [True] * 3


def sections(section):
    yield section
    for child in section.children:
        yield from sections(child)


LINES = st.one_of(
    st.sampled_from(PAGE.split("\n")),
    st.builds("{}{}".format, st.sampled_from("一、 （一） 1. (1) ① 二、 (二) 2、".split()), st.text(max_size=12)),  # noqa: SIM905
    st.text(max_size=30),
)


@given(st.lists(LINES, max_size=25))
def test_any_lines_give_sections_with_all_that_is_printed_in_order(texts):
    text = "\n".join(line.replace("\n", "") for line in texts)
    found = outline(lines_of(text))
    listed = [part.heading for section in found.sections for part in sections(section) if part.heading]
    assert listed == [heading for heading, _ in found.headings]
    assert all(isinstance(section, Section) for section in found.sections)
    assert all(0 <= span.start <= span.end <= len(text) for _, span in found.headings)
