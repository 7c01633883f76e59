import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govdisclosure.errors import DocumentKind
from govdisclosure.framing.frames import frame
from govdisclosure.framing.recognition import TablesPrinted, recognise
from tests.lines import lines_of


def seen(text, head=(), pictures=(), attachments=(), tables=TablesPrinted.NONE):
    lines = lines_of(text)
    refusal = recognise(lines, head, pictures, attachments, tables=tables, frame=frame(lines, head))
    return refusal.kind if refusal else None


TITLE = "东山县林业局2022年政府信息公开工作年度报告"
HEADINGS = (
    "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
    "五、存在的主要问题及改进情况\n六、其他需要报告的事项"
)
LIST = """政府信息公开年报
2022年东山县政府信息公开工作年度报告 2023-01-31
2021年东山县政府信息公开工作年度报告 2022-01-31
2020年东山县政府信息公开工作年度报告 2021-01-31
上一页 1 2 下一页 尾页"""
HALF = "东山县2022年上半年政府信息公开工作情况统计\n2022年上半年，全县公开信息120条。\n一、主动公开情况\n公开120条。"
FORM = """附件3
东山市政府信息公开情况统计报表
01 单位名称:
单位负责人:
02 地区及部门编号: □□□□□□ 单位盖章:
主动公开信息数
报出日期: 年 月 日"""
FILLED = "2016年东山县政府信息公开情况统计表\n主动公开数 条 120\n网站公开数 条 98\n收到申请数 件 3\n申请办结数 件 3"
INTRODUCTION = "根据《政府信息公开条例》编制本报告。本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
GUIDE = (
    "为方便公众获取信息，本机关编制了《政府信息公开指南》（以下简称《指南》），供参阅。\n一、本机关概况\n二、主动公开\n"
    "通过网站公开。\n三、依申请公开\n可当面提出申请。"
)
CIRCULAR = f"关于印发政府信息公开工作年度报告格式的通知\n各县区人民政府：\n现将格式印发给你们，请认真填报。\n{HEADINGS}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一、总体情况\n全县森林覆盖率提高，造林任务完成。", DocumentKind.UNRELATED),
        ("政府信息公开是什么\n一、概述\n政府信息公开是一项制度。", DocumentKind.UNRELATED),
        ("", DocumentKind.EMPTY),
        (" \n　\n", DocumentKind.EMPTY),
        ("首页\n政务公开\n扫一扫在手机打开当前页", DocumentKind.EMPTY),
        (HALF, DocumentKind.PERIODIC_STATISTICS),
        ("西埔镇2022年第三季度政府信息公开统计表\n单位：件", DocumentKind.PERIODIC_STATISTICS),
        ("东山县2022年6月份政务公开工作月报\n公开信息12条。", DocumentKind.PERIODIC_STATISTICS),
        (
            f"《{TITLE}》文字解读\n一、编制背景\n根据条例编制。\n二、主要内容\n报告由六个部分组成。",
            DocumentKind.ABOUT_A_REPORT,
        ),
        (f"图解：{TITLE}\n发布时间：2023-01-31", DocumentKind.ABOUT_A_REPORT),
        ("一图读懂东山县政府信息公开工作年度报告", DocumentKind.ABOUT_A_REPORT),
        (
            "东山县公布2022年政府信息公开工作年度报告\n近日，县政府网站公布了2022年政府信息公开工作年度报告。",
            DocumentKind.ABOUT_A_REPORT,
        ),
        (LIST, DocumentKind.LIST_PAGE),
        (FORM, DocumentKind.BLANK_FORM),
        (CIRCULAR, DocumentKind.BLANK_FORM),
        (FILLED, DocumentKind.PERIODIC_STATISTICS),
        (f"XX县人民政府XX年政府信息公开工作年度报告\n{HEADINGS}", DocumentKind.BLANK_FORM),
        (GUIDE, DocumentKind.UNRELATED),
        (INTRODUCTION.replace("12月31日", "6月30日"), DocumentKind.PERIODIC_STATISTICS),
        (f"各镇人民政府：\n现将要求通知如下。\n{INTRODUCTION}", DocumentKind.UNRELATED),
        (
            "一、总体情况\n2022年，全县生产总值增长。\n（一）农业增长。种粮。\n（二）工业增长。开工。",
            DocumentKind.UNRELATED,
        ),
        (
            "索引号 | 2021-00013 | 分类 | 公开制度 |\n政府信息公开工作年度报告格式\n一、总体情况",
            DocumentKind.BLANK_FORM,
        ),
        (
            "东山县举办政务公开培训\n县政府办讲解了信息公开年度报告中数据统计期限、格式等要求，通报了收到申请45件的情况。",
            DocumentKind.UNRELATED,
        ),
        ("关于做好2022年春季防火工作的通知\n各镇人民政府：\n为做好防火工作，现通知如下。", DocumentKind.UNRELATED),
        ("东山县2022年政府工作报告\n一、2022年工作回顾\n全县生产总值增长。", DocumentKind.UNRELATED),
        (TITLE, DocumentKind.ABOUT_A_REPORT),
    ],
)
def test_what_is_no_report_is_told(text, kind):
    assert seen(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{HEADINGS}",
        HEADINGS,
        "东山县林业局2016年政府信息公开工作年度报告\n一、概述\n我局高度重视。\n二、主动公开情况\n公开12条。\n三、依申请公开情况\n无。",
        f"{TITLE}\n{'全年公开信息12条，收到申请3件，均按时答复。' * 12}",
        f"{TITLE}\n一、总体情况\n本报告由六个部分组成，解读材料和通知一并发布，下一页另附。\n三、收到和处理政府信息公开申请情况\n无。",
        f"{LIST}\n{TITLE}\n{HEADINGS}",
        f"{INTRODUCTION}\n一、总体情况\n2022年，我局公开信息12条。",
        INTRODUCTION,
        "根据条例，公布《东山县林业局2022年政府信息公开工作年度报告》。\n一、总体情况\n公开信息12条。",
        f"{TITLE}\n一、总体情况\n我局公开信息12条",
        "一、总体情况\n我局认真落实政府信息公开条例，一是加强领导，二是",
        "根据条例，现将我乡2022年政府信息公开工作报告如下: 一、公开工作完成情况 (一)机构建设方面。成立领导小组。",
        "我局编制完成2022年政府信息公开年度工作报告。\n一、总体公开情况说明\n我局成立于1992年。",
        "现公布2018年东山县统计局政府信息公开年度报告。本报告所列统计数据的期限自2018年1月1日起。\n一、概述",
        "一、總體情況\n2022年，我縣積極公開。\n（一）主動公開情況。公開12條。\n（二）依申請公開情況。收到申請3件。",
    ],
)
def test_reports_without_tables_are_reports(text):
    assert seen(text) is None


def test_a_page_that_holds_a_picture_only_is_a_picture():
    assert seen("", pictures=("捕获2.PNG",)) is DocumentKind.PICTURE
    assert seen(f"{TITLE}\n发布时间：2023-01-31", pictures=("捕获2.PNG",)) is DocumentKind.PICTURE
    assert seen(f"{TITLE}\n{HEADINGS}", pictures=("捕获2.PNG",)) is None


def test_a_page_that_only_leads_to_a_file_speaks_about_a_report():
    assert seen(f"{TITLE}\n发布时间：2023-01-31", attachments=("年度报告.pdf",)) is DocumentKind.ABOUT_A_REPORT


@pytest.mark.parametrize(
    ("text", "kind"), [(HALF, DocumentKind.PERIODIC_STATISTICS), (CIRCULAR, DocumentKind.BLANK_FORM)]
)
def test_with_tables_a_title_alone_can_say_that_it_is_no_report(text, kind):
    assert seen(text, tables=TablesPrinted.FILLED) is kind


@pytest.mark.parametrize("text", [LIST, "", TITLE, f"图解：{TITLE}", "全年公开信息12条。", "2022年上半年开展培训2次。"])
def test_with_tables_all_else_is_a_report(text):
    assert seen(text, tables=TablesPrinted.FILLED) is None


ANNEX = "2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "text",
    [
        f"关于编制{ANNEX}的通知\n各单位：请按格式编制。\n附件\n{ANNEX}\n{HEADINGS}",
        f"××局{ANNEX}\n{HEADINGS}",
        f"政府信息公开年度报告如何编制？\n各机关应当填写以下表格。\n{HEADINGS}",
    ],
)
def test_tables_of_labels_alone_are_those_of_a_form_where_no_title_is_a_reports(text):
    assert seen(text, tables=TablesPrinted.EMPTY) is DocumentKind.BLANK_FORM


@pytest.mark.parametrize("text", [f"{TITLE}\n{HEADINGS}", f"{INTRODUCTION}\n{HEADINGS}", ""])
def test_tables_of_labels_alone_may_be_those_of_a_report(text):
    assert seen(text, tables=TablesPrinted.EMPTY) is None


def test_the_title_may_stand_in_the_head_of_the_page():
    head = (("title", "东山县2022年上半年政府信息公开统计_东山县人民政府网"),)
    assert seen("公开信息12条。", head) is DocumentKind.PERIODIC_STATISTICS
    assert seen(f"公开信息12条。\n{HEADINGS}", (("title", f"{TITLE}_东山县人民政府网"),)) is None


WORDS = st.sampled_from([*LIST.split("\n"), *HALF.split("\n"), *FORM.split("\n"), *CIRCULAR.split("\n"), TITLE, "首页"])


@example(["\xad"], TablesPrinted.NONE)
@given(st.lists(st.one_of(WORDS, st.text(max_size=30)), max_size=20), st.sampled_from(TablesPrinted))
def test_any_lines_are_a_report_or_something_with_its_evidence(texts, tables):
    lines = lines_of("\n".join(texts))
    refusal = recognise(lines, (), (), (), tables=tables, frame=frame(lines, ()))
    if refusal is not None:
        assert refusal.kind is not DocumentKind.BINARY
        assert bool(refusal.evidence) is (refusal.kind is not DocumentKind.EMPTY)
