import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.framing.frames import Frame, Origin, frame
from govdisclosure.grid import Line
from govdisclosure.report import Contact, Period, Section, SectionKind
from govdisclosure.source import Span
from tests.lines import lines_of

BODY = "\n一、总体情况\n全年公开信息12条。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。"
TITLE = "东山县林业局2022年政府信息公开工作年度报告"


def framed(text, *head):
    return frame(lines_of(text), head)


def test_a_whole_page_is_framed():
    text = """长者模式
首页 > 政务公开 > 年报
政府信息公开
东山县林业局2022年政府信息公开工作年度报告
发布时间:2023-01-19 00:00  来源:县林业局  字号:【大 中 小】

根据条例规定，由东山县林业局编制本报告。所列数据的统计期限自2022年1月1日起至2022年12月31日止。
联系电话:0596-5833790
电子邮箱:lyj@example.gov.cn

一、总体情况
(一)主动公开情况。全年公开信息12条。
二、主动公开政府信息情况
六、其他需要报告的事项
无。

东山县林业局
2023年1月12日

上一篇：东山县林业局2021年政府信息公开工作年度报告
主办单位：东山县人民政府办公室 联系电话：0596-1111111
扫一扫在手机打开当前页"""
    lines = lines_of(text)
    found = frame(lines, ())
    prose = (*lines[5:8], *lines[8:13])
    opening = tuple(line.text for line in prose[:3])
    assert found == Frame(
        title=TITLE,
        agency="东山县林业局",
        year=2022,
        published=dt.date(2023, 1, 19),
        signed=dt.date(2023, 1, 12),
        period=Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        contact=Contact("0596-5833790", "lyj@example.gov.cn"),
        sections=(
            Section("", None, opening),
            Section(
                "一、总体情况",
                SectionKind.OVERVIEW,
                (),
                (Section("(一)主动公开情况", None, ("全年公开信息12条。",)),),
            ),
            Section("二、主动公开政府信息情况", SectionKind.PROACTIVE_DISCLOSURE),
            Section("六、其他需要报告的事项", SectionKind.OTHER_MATTERS, ("无。",)),
        ),
        title_span=lines[3].span,
        agency_from=Origin.TITLE,
        year_from=Origin.TITLE,
        period_text="2022年1月1日起至2022年12月31日",
        period_span=found.period_span,
        headings=found.headings,
        prose=prose,
    )
    assert found.period_span is not None
    assert text[slice(*found.period_span)] == found.period_text
    assert [text[slice(*span)] for _, span in found.headings] == [heading for heading, _ in found.headings]


@pytest.mark.parametrize(
    ("text", "title", "agency", "year"),
    [
        (
            "桃江县西埔镇人民政府\n2022年政府信息公开工作年度报告",
            "桃江县西埔镇人民政府2022年政府信息公开工作年度报告",
            "桃江县西埔镇人民政府",
            2022,
        ),
        (
            "2022年政府信息公开工作年度报告\n桃江县西埔镇人民政府\n2022年政府信息公开工作年度报告",
            "桃江县西埔镇人民政府2022年政府信息公开工作年度报告",
            "桃江县西埔镇人民政府",
            2022,
        ),
        (
            "正文\n2024 年东山县科委政府信息公开工作\n年度报告",
            "2024 年东山县科委政府信息公开工作年度报告",
            "东山县科委",
            2024,
        ),
        (
            "2025 年东山县人民政府打浦桥街道政府信息\n公开工作年度报告",
            "2025 年东山县人民政府打浦桥街道政府信息公开工作年度报告",
            "东山县人民政府打浦桥街道",
            2025,
        ),
        (
            "东山县林业局\n2022年政府信息公开\n工作年度报告",
            "东山县林业局2022年政府信息公开工作年度报告",
            "东山县林业局",
            2022,
        ),
        (
            "东山县林业局\n政府信息公开工作年度报告\n（2022年度）",
            "东山县林业局政府信息公开工作年度报告（2022年度）",
            "东山县林业局",
            2022,
        ),
        (
            "2022年政府信息公开工作年度报告\n桃江县西埔镇人民政府",
            "2022年政府信息公开工作年度报告",
            "桃江县西埔镇人民政府",
            2022,
        ),
        (
            "索引号：\t0001\t发布机构：\t县教育局\n名称：\t" + TITLE + "\n2022年政府信息公开工作年度报告",
            TITLE,
            "东山县林业局",
            2022,
        ),
    ],
)
def test_titles_are_put_together_from_their_lines(text, title, agency, year):
    found = framed(text + BODY)
    assert (found.title, found.agency, found.year) == (title, agency, year)
    assert found.sections[0].heading == "一、总体情况"


def test_the_title_of_the_document_wins_over_those_of_others_on_the_page():
    text = f"""政务公开
2023年东山县林业局政府信息公开工作年度报告
2021年东山县林业局政府信息公开工作年度报告
{TITLE}
2023-01-16 来源：县林业局{BODY}
相关信息
东山县林业局2020年政府信息公开工作年度报告"""
    found = framed(text)
    assert (found.title, found.year, found.published) == (TITLE, 2022, dt.date(2023, 1, 16))


def test_of_two_titles_with_the_same_claim_none_is_taken():
    text = "东山县林业局2022年政府信息公开工作年度报告\n正文略。\n东山县林业局2021年政府信息公开工作年度报告\n正文略。"
    assert framed(text).title is None


def test_a_title_that_names_the_agency_in_full_and_in_short_is_of_one_report():
    found = framed(f"东山县财政局2022年政府信息公开工作年度报告\n2022年度县财政局政府信息公开工作年度报告{BODY}")
    assert (found.agency, found.year) == ("东山县财政局", 2022)


@pytest.mark.parametrize("label", ["名 称：", "标    题：", "• 标    题:", "信息名称: "])
def test_the_title_in_the_data_of_a_page_is_that_of_the_report(label):
    assert framed(f"{label}{TITLE}\n{TITLE}\n信息提供日期 : 2023-01-28 15:12{BODY}").title == TITLE


def test_the_name_of_the_site_is_not_the_agency():
    text = f"东山县人民政府\n2022年政府信息公开工作年度报告{BODY}\n东山县水利局\n2023年1月20日"
    found = framed(text)
    assert (found.title, found.agency, found.agency_from) == (
        "2022年政府信息公开工作年度报告",
        "东山县水利局",
        Origin.SIGNATURE,
    )
    assert found.title_span is not None
    assert text[slice(*found.title_span)] == "2022年政府信息公开工作年度报告"


def test_the_head_of_a_page_gives_what_its_text_lacks():
    head = (
        ("title", f"{TITLE}_政府信息公开年报_东山县人民政府网"),
        ("PubDate", "2023-01-20 09:30"),
        ("ContentSource", "县林业局"),
    )
    found = framed("一、总体情况\n全年公开信息12条。", *head)
    assert (found.title, found.agency, found.year, found.published, found.title_span) == (
        TITLE,
        "东山县林业局",
        2022,
        dt.date(2023, 1, 20),
        None,
    )
    without = framed("2022年政府信息公开工作年度报告" + BODY, head[2])
    assert (without.agency, without.agency_from) == ("县林业局", Origin.PAGE)


@pytest.mark.parametrize(
    ("text", "agency", "origin"),
    [
        ("发布机构：县林业局 文号：无\n2022年政府信息公开工作年度报告", "县林业局", Origin.PAGE),
        ("2022年政府信息公开工作年度报告\n根据条例，由东山县林业局编制本报告。", "东山县林业局", Origin.SENTENCE),
        (
            "发布机构： | 县林业局 | 文号：无\n2022年政府信息公开工作年度报告",
            "县林业局",
            Origin.PAGE,
        ),
        (
            "发布机构：县林业局 文号：无\n2022年政府信息公开工作年度报告\n根据条例，由东山县林业局编制本报告。",
            "东山县林业局",
            Origin.SENTENCE,
        ),
        ("2022年政府信息公开工作年度报告\n来源：原创\n根据条例，由我局编制本报告。", None, None),
        ("来源：东山县****局\n2022年政府信息公开工作年度报告", None, None),
        ("东山县****局2022年政府信息公开工作年度报告", None, None),
    ],
)
def test_an_agency_that_the_title_lacks_is_told_by_the_page(text, agency, origin):
    found = framed(text + BODY)
    assert (found.agency, found.agency_from) == (agency, origin)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("根据条例规定，由东山县林业局依据各科室材料编制而成。", "东山县林业局"),
        ("根据条例规定，东山县林业局特编制2022年政府信息公开年度报告。", "东山县林业局"),
        ("现公布东山县林业局2022年政府信息公开工作年度报告。", "东山县林业局"),
        ("特编制《贵阳市2022年政府信息公开工作年度报告》，供查阅。", "贵阳市"),
        (
            "特公布国家税务总局东山县税务局（简称“县税务局”，下同）2022年政府信息公开工作年度报告。",
            "国家税务总局东山县税务局",
        ),
        ("特向社会公布2022年西埔镇人民政府政府信息公开工作情况报告。", "西埔镇人民政府"),
        ("本报告结合东山县税务局（下称县税务局）政府信息公开工作有关数据写成。", "东山县税务局"),
        ("由西埔镇人民政府党政办公室编制。", "西埔镇人民政府"),
        ("由东山市人民政府信息公开工作领导小组办公室依据各县材料编制。", "东山市人民政府"),
        ("如有疑问，请与东山县林业局办公室联系（电话：5833790）。", "东山县林业局"),
        ("如有疑問，請與東山縣林業局辦公室聯繫。", "東山縣林業局"),
        ("如有疑问，请联系：东山县人民政府西埔街道办事处；", "东山县人民政府西埔街道办事处"),
        ("2022年，在县委的领导下，西埔街道办事处认真落实条例。", "西埔街道办事处"),
        ("2022年，东山县林业局共主动公开政府信息12条。", "东山县林业局"),
        ("2022年，東山經(jīng)濟(jì)開發(fā)區(qū)未收到申請。", "東山經濟開發區"),
        ("截至2022年12月31日，西埔镇人民政府累计公开信息12条。", "西埔镇人民政府"),
        ("根据条例规定，由西埔街道办事处结合有关统计数据编制。", "西埔街道办事处"),
        ("2022年，东山省人民政府办公厅持续深化公开。", "东山省人民政府办公厅"),
        (
            "东山县政务公开领导小组办公室编制了东山县人民政府2022年政府信息公开工作年度报告。",
            "东山县人民政府",
        ),
        ("为做好东山县林业局政府信息公开工作，我局精心组织。", "东山县林业局"),
        ("东山县林业局结合单位实际，编制本单位2022年度报告。", "东山县林业局"),
        ("请与东山省林业委员会办公室联系。", "东山省林业委员会"),
        ("东山县林业局以公开促规范。", "东山县林业局"),
        ("東山縣林業局是主管林業(yè)的部門。", "東山縣林業局"),
        ("2022年度，东山县林业局在县委县政府的领导下，推进公开。", "东山县林业局"),
        ("电子版可从东山县林业局门户网站下载。", "东山县林业局"),
        ("在各县和市直单位报告的基础上，由东山市人民政府办公室编制。", "东山市人民政府"),
        ("公开了机构职能、建议办理结果及2022年度信息公开工作报告。", None),
        ("2022年东山县政府信息公开工作年度报告根据条例编制。", "东山县"),
        ("可在政府信息公开平台和东山县林业局官网下载。", "东山县林业局"),
        ("2022年，东山县林业局依法履行职责。", "东山县林业局"),
        ("2022年东山县林业局全面推进公开。", "东山县林业局"),
        ("如有疑问，可与东山县林业局办公室联系。", "东山县林业局"),
        ("各部门认真落实，党政办公室积极配合。", None),
        ("如有疑问，请与东山县人民政府办公室联系。", None),
        ("如有疑问，请与县林业局联系。", None),
        ("2022年，经开区认真落实条例。", None),
        ("2022年，县林业局认真落实条例。", None),
        ("根据《关于印发政府信息公开工作年度报告格式的通知》，编制本报告。", None),
        ("根据《东山县人民政府办公室关于做好2022年政府信息公开年度报告编制工作的通知》要求编制。", None),
        ("由总体情况、主动公开政府信息情况等组成。", None),
    ],
)
def test_whose_report_it_is_where_the_page_lost_the_title(text, agency):
    found = framed(f"{text}{BODY}")
    assert (found.title, found.agency, found.agency_from) == (None, agency, agency and Origin.SENTENCE)


@pytest.mark.parametrize(
    ("text", "year", "origin"),
    [
        ("本报告数据统计期限自2021年1月1日起至2021年12月31日止。", 2021, Origin.PERIOD),
        ("现公布我局2021年政府信息公开工作年度报告。", 2021, Origin.SENTENCE),
        ("現將我局2021年度政府信息公開情況報告如下。", 2021, Origin.SENTENCE),
        ("2021年,我局共主动公开政府信息227条。", 2021, Origin.SENTENCE),
        ("公开了机构职能、人事信息及2020年度信息公开工作报告。2021年我局共接到申请3件。", 2021, Origin.SENTENCE),
        ("2021年我局共发布政府信息221条。", 2021, Origin.SENTENCE),
        ("2020年结转的政府信息公开申请共7件，2021年新收政府信息公开申请581件。", 2021, Origin.SENTENCE),
        ("截止2021年12月31日我局通过网站发布政务类信息34条。", 2021, Origin.SENTENCE),
        ("2021年,我局共主动公开政府信息227条。2020年共收到申请3件。", None, None),
        ("2021年，我局把公开列入议事日程。\n2022年，我局将加强培训。", 2021, Origin.SENTENCE),
        ("2021年，我局加强培训。2022年，我局通过验收。", None, None),
        ("2021年5月1日，办法施行。", None, None),
        ("全年公开信息227条。", None, None),
    ],
)
def test_a_year_that_the_title_lacks_is_told_by_the_text(text, year, origin):
    found = framed(f"一、总体情况\n{text}")
    assert (found.year, found.year_from) == (year, origin)


def test_without_any_other_sign_the_year_is_that_before_the_signature():
    sure = framed("东山县林业局政府信息公开工作年度报告\n一、总体情况\n好。\n东山县林业局\n2023年1月20日")
    late = framed("东山县林业局政府信息公开工作年度报告\n一、总体情况\n好。\n东山县林业局\n2023年9月20日")
    assert [(found.year, found.year_from) for found in (sure, late)] == [(2022, Origin.DATE), (None, None)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布时间：2023-01-19 08:30", dt.date(2023, 1, 19)),
        ("来源:原创     发布时间:2023-01-31 13:24    浏览次数:次", dt.date(2023, 1, 31)),
        ("【发布日期】2023年1月19日", dt.date(2023, 1, 19)),
        ("發(fā)布時(shí)間：2023-01-19", dt.date(2023, 1, 19)),
        ("发布日期：\n2023-01-19", dt.date(2023, 1, 19)),
        ("发布日期\t2023-01-19\t有效性\t有效", dt.date(2023, 1, 19)),
        ("2023-01-19 来源：县林业局", dt.date(2023, 1, 19)),
        ("2023-01-19", dt.date(2023, 1, 19)),
        ("来源：县林业局 时间：2023-01-19 15:51", dt.date(2023, 1, 19)),
        ("2023年01月19日来源：县林业局", dt.date(2023, 1, 19)),
        ("• 收听全文\n• 2023-01-19\n• 1024", dt.date(2023, 1, 19)),
        ("QA001-2023-001\n主动公开\n无\n东山县林业局\n2023.01.19", dt.date(2023, 1, 19)),
        ("统计时间：2022年1月1日至12月31日", None),
        ("撰写时间\n2023年01月19日 10:54:35\n来源\n县林业局", dt.date(2023, 1, 19)),
        ("发布时间：2023-02-30", None),
        ("浏览次数：20", None),
        ("生成日期：2023-01-18 发布日期：2023-01-19", dt.date(2023, 1, 19)),
    ],
)
def test_the_day_of_publication(line, day):
    assert framed(f"{TITLE}\n{line}{BODY}").published == day


@pytest.mark.parametrize(
    ("end", "agency", "day"),
    [
        ("东山县林业局\n2023年1月20日", "东山县林业局", dt.date(2023, 1, 20)),
        ("东山县林业局\n二〇二三年一月二十日\n打印 关闭", "东山县林业局", dt.date(2023, 1, 20)),
        ("东山县林业局 2023年1月20日", "东山县林业局", dt.date(2023, 1, 20)),
        ("2023年1月20日\n东山县林业局", "东山县林业局", dt.date(2023, 1, 20)),
        ("2023年1月20日", None, dt.date(2023, 1, 20)),
        ("东山县林业局\n2023年1月32日", "东山县林业局", None),
        ("东山县林业局", "东山县林业局", None),
        ("", None, None),
    ],
)
def test_a_signature_is_no_part_of_the_last_section(end, agency, day):
    found = framed(f"2022年政府信息公开工作年度报告{BODY}\n{end}")
    assert (found.agency, found.signed) == (agency, day)
    assert found.sections[-1].paragraphs == ("无。",)


def test_a_signature_may_stand_below_the_title():
    found = framed(f"2022年政府信息公开工作年度报告\n东山县林业局\n（2023年1月20日）{BODY}")
    assert (found.agency, found.signed) == ("东山县林业局", dt.date(2023, 1, 20))


def test_a_period_that_is_none_keeps_its_words():
    text = f"{TITLE}\n统计期限自202211日起至20221231日止。{BODY}"
    found = framed(text)
    assert (found.period, found.period_text) == (None, "统计期限自202211日起至20221231日止")
    assert text[slice(*found.period_span or Span(0, 0))] == found.period_text


def test_a_period_may_be_broken_over_lines():
    text = f"{TITLE}\n报告中所列数据统计期限自 2022 年 1 月 1 日\n起至 2022 年 12 月 31 日止。{BODY}"
    found = framed(text)
    assert found.period == Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
    assert text[slice(*found.period_span or Span(0, 0))] == found.period_text


def test_another_span_of_time_is_no_statistics_period():
    assert framed(f"{TITLE}\n2022年3月1日至3月5日开展业务培训。{BODY}").period is None


def test_dates_of_no_calendar_are_kept_as_printed():
    text = f"{TITLE}\n发布时间：2023-02-30{BODY}\n东山县林业局\n2023年13月1日"
    found = framed(text)
    assert [text[slice(*span)] for _, span in found.impossible_dates] == ["2023-02-30", "2023年13月1日"]
    assert [words for words, _ in found.impossible_dates] == ["2023-02-30", "2023年13月1日"]


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("联系电话:0596-5833790", Contact(telephone="0596-5833790")),
        ("电话（传真）：0596－5833790；邮箱：a.b@163.com。", Contact("0596－5833790", "a.b@163.com")),
        ("（联系地址：东山县白石街12号，邮编：363400，电话：5833790）", Contact("5833790", address="东山县白石街12号")),
        ("E-mail: zw_gk@example.cn 联系电话：0596-5833790转801", Contact("0596-5833790转801", "zw_gk@example.cn")),
        ("电子邮箱：zwgk163.com", Contact()),
        ("（地址：東山縣白石街1號(hào)大院，郵編：363400）", Contact(address="東山縣白石街1號大院")),
        ("东山县林业局地址：东山县白石街12号，邮编：363400", Contact(address="东山县白石街12号")),
        ("可在门户网站(www.example.gov.cn)查阅。", Contact(website="www.example.gov.cn")),
        ("网址：https://www.example.gov.cn/zwgk/。", Contact(website="https://www.example.gov.cn/zwgk/")),
        ("可从门户网站（zw.example.gov.cn）下载。", Contact(website="zw.example.gov.cn")),
        ("发布于县政府网站（12条）和公报（V1.2）。", Contact()),
        ("如有疑问，请联系：0596-5833790。", Contact("0596-5833790")),
        ("全年接听咨询电话120次，网站地址变更1次。", Contact()),
        ("電子郵箱：a@example.cn，聯繫電話：02012345678", Contact("02012345678", "a@example.cn")),
    ],
)
def test_contact_details_stand_as_printed(text, contact):
    assert framed(f"{TITLE}\n{text}{BODY}").contact == contact


def test_contact_details_of_the_site_are_not_the_agencys():
    found = framed(f"{TITLE}{BODY}\n版权所有：东山县人民政府\n联系电话：0596-1111111 邮箱：site@example.cn")
    assert found.contact == Contact()


def test_a_document_on_one_line_is_parted():
    sections = "一、总体情况 全年公开信息12条。 二、主动公开政府信息情况 规章 0 0 0 六、其他需要报告的事项 无。"
    text = f"{TITLE} 发布时间：2023-01-19 {sections}"
    found = framed(text)
    assert (found.title, found.published) == (TITLE, dt.date(2023, 1, 19))
    assert [(section.heading, section.paragraphs) for section in found.sections] == [
        ("一、总体情况", ("全年公开信息12条。",)),
        ("二、主动公开政府信息情况", ()),
        ("六、其他需要报告的事项", ("无。",)),
    ]


@pytest.mark.parametrize("heading", ["一、总体情况", "一、本年度政府信息公开工作的总体情况"])
def test_a_section_may_begin_in_the_midst_of_a_line(heading):
    found = framed(f"{TITLE}\n本报告由六部分组成。 {heading} 2022年，我局公开信息12条。 （一）加强领导。成立小组。")
    assert [(section.heading, section.paragraphs) for section in found.sections] == [
        ("", ("本报告由六部分组成。",)),
        (heading, ("2022年，我局公开信息12条。 （一）加强领导。成立小组。",)),
    ]


def test_cells_of_a_table_are_no_prose_but_paragraphs_in_cells_are():
    lines = [
        Line(text, Span(start, start + len(text)), cell=True)
        for start, text in (
            (0, TITLE),
            (100, "一、总体情况"),
            (200, "全年公开信息12条，" * 4),
            (300, "自然人"),
            (400, "12"),
        )
    ]
    found = frame(lines, ())
    assert found.title == TITLE
    assert found.sections == (Section("一、总体情况", SectionKind.OVERVIEW, ("全年公开信息12条，" * 4,)),)


def test_furniture_of_the_source_gives_dates_only():
    lines = list(lines_of(f"{TITLE}{BODY}"))
    bar = Line("东山县财政局2020年政府信息公开工作年度报告 发布时间：2023-01-19", Span(900, 950), furniture=True)
    found = frame([bar, *lines], ())
    assert (found.title, found.published) == (TITLE, dt.date(2023, 1, 19))


def test_nothing_gives_nothing():
    assert frame((), ()) == Frame()


WORDS = st.sampled_from(
    [
        "一、总体情况",
        "（一）主动公开情况",
        "1.宣传不够。",
        "二、主动公开政府信息情况",
        "四、结转下年度继续办理 0 0",
        "东山县林业局2022年政府信息公开工作年度报告",
        "2022年政府信息公开工作年度报告",
        "东山县林业局",
        "2023年1月20日",
        "2023年2月30日",
        "发布时间：2023-01-20",
        "首页",
        "- 2 -",
        "上一篇：无",
        "正文略，",
        "统计期限自2022年1月1日起至",
        "12月31日止。",
        "联系电话:0596-5833790",
        "规章 0 0 0",
        "　　",
        "a@b.cn",
    ]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=30), st.lists(st.tuples(WORDS, WORDS), max_size=2))
def test_any_lines_give_a_frame(texts, head):
    text = "\n".join(line.replace("\n", " ") for line in texts)
    found = frame(lines_of(text), head)
    spans = [span for span in (found.title_span, found.period_span) if span]
    spans += [span for _, span in (*found.headings, *found.impossible_dates)]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    period = text[slice(*found.period_span or Span(0, 0))]
    assert all(line in period for line in (found.period_text or "").split("\n"))
    assert [text[slice(*span)] for _, span in found.impossible_dates] == [raw for raw, _ in found.impossible_dates]
