"""For each code the smallest document without a fault that it could be found in, and the smallest with one.

A document is what stands there and no more, for most codes a title and a line or two; where a sum needs its whole
table, it is a report in which little happened, and the one number or word that is changed. Series are years of one
body, the oldest first; a body and its members are a consolidated report and those that it sums up.
"""

import pytest
from attrs import evolve, frozen

from govdisclosure.checking import check, check_members, unassessed
from govdisclosure.parsing import parse
from govdisclosure.rules import RULES
from tests.conformance.layouts import plaintext
from tests.faultless import printed, report

TITLE = "甲县人民政府2023年政府信息公开工作年度报告"


def document(*lines, title=TITLE):
    return "\n".join((title, *lines)) + "\n"


def quiet(forms):
    """A report of a year in which next to nothing happened, as text."""
    true = report(forms)
    numbers = dict.fromkeys(true.values, 0) | {
        "requests.received.natural_person": 3,
        "requests.received.total": 3,
        "requests.outcomes.granted.natural_person": 3,
        "requests.outcomes.granted.total": 3,
        "requests.outcomes.total.natural_person": 3,
        "requests.outcomes.total.total": 3,
        "review_and_litigation.reconsideration.upheld": 2,
        "review_and_litigation.reconsideration.total": 2,
    }
    text, _ = printed(evolve(true, agency="甲县人民政府", values=numbers), plaintext.text(plaintext.rows(" | ")))
    return text


WHOLE, OLD, MIXED = quiet("2021"), quiet("2019"), quiet("hybrid")
DECLARED = f'<html><meta charset="gb2312"><pre>{WHOLE}</pre></html>'
RECEIVED = "一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3"
GRANTED = "（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3"
TOTAL = "（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3"

TWO = ("二、主动公开政府信息情况", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数")
LICENSING = ("信息内容 | 本年处理决定数量", "行政许可 | 0")
DECISIONS = ("规章 | 0 | 0 | 0", "行政规范性文件 | 0 | 0 | 0", *LICENSING, "行政处罚 | 0", "行政强制 | 0")
CHARGES = ("信息内容 | 本年收费金额（单位：万元）",)
OLD_TWO = ("二、主动公开政府信息情况", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量")
THREE = (
    "三、收到和处理政府信息公开申请情况",
    "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计",
)
FOUR = ("四、政府信息公开行政复议、行政诉讼情况", "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计")
NO_LAWSUITS = " | 0" * 10


def changed(text, *changes):
    """A text with words replaced that stand there once."""
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text


def lines_of_three(**totals):
    """Lines of table three in which all is from natural persons, each with its number."""
    labels = {
        "received": "一、本年新收政府信息公开申请数量",
        "carried_in": "二、上年结转政府信息公开申请数量",
        "granted": "（一）予以公开",
        "total": "（七）总计",
        "carried_out": "四、结转下年度继续办理",
    }
    return (*THREE, *(f"{labels[name]} | {total} | 0 | 0 | 0 | 0 | 0 | {total}" for name, total in totals.items()))


def told(sentence, *table):
    """A report whose section one says this and whose tables are these lines."""
    return document("一、总体情况", f"依申请公开情况。{sentence}", *table)


def year(number, *lines):
    return document(*lines, title=TITLE.replace("2023", f"{number}"))


@frozen
class Pair:
    """What a code is not found in, and what it is found in: a document, a series, or a body and its members."""

    passing: str | bytes | tuple[str, ...]
    failing: str | bytes | tuple[str, ...]
    is_body: bool = False

    def found(self, subject):
        """The messages of each code, in the order in which they are found."""
        if self.is_body:
            whole, *members = map(parse, subject)
            found = check_members(whole, members)
        else:
            found = check(parse(subject) if isinstance(subject, str | bytes) else map(parse, subject))
        messages = {}
        for finding in found:
            messages.setdefault(finding.code, []).append(finding.message)
        return messages


def whole(*changes):
    """A whole report, and it with these changes."""
    return Pair(WHOLE, changed(WHOLE, *changes))


PROSE = "本年度健全制度，加强培训，公开的内容更加丰富，群众更加满意。" * 12

PAIRS = {
    "GD101": Pair(WHOLE, MIXED),
    "GD102": Pair(OLD, OLD.replace("2019", "2023").replace("2020", "2024")),
    "GD103": Pair(WHOLE, document(*TWO, "规章 | 0 | 0 | 0")),
    "GD104": whole(("行政强制 | 0\n", "")),
    "GD105": whole(("行政强制 | 0", "行政强制 | 见附件")),
    "GD106": Pair(document(*TWO, "规章 | 2 | 0 | 4", *LICENSING), document(*TWO, "规章 | 2 | 4", *LICENSING)),
    "GD107": whole((GRANTED, "（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 3")),
    "GD108": Pair(document(*TWO, "规章 | 2 | 0 | 4", *LICENSING), document(*TWO, "规章 | 2 | 4", *LICENSING)),
    "GD109": Pair(document(*TWO, "规章 | 0 | 0 | 0"), document(*TWO, "规章 | 0 | 0 | 0", "行政检查 | 7 | 0 | 0")),
    "GD110": Pair(DECLARED.encode("gb2312"), DECLARED.encode("utf-8")),
    "GD111": Pair(
        document(*TWO, "规章 | 1 | 0 | 1", "规章 | 1 | 0 | 1"), document(*TWO, "规章 | 1 | 0 | 1", "规章 | 1 | 0 | 2")
    ),
    "GD112": whole((GRANTED, "（一）予以公开 | 3 | | | | | | 3")),
    "GD113": Pair(
        document(*TWO, *DECISIONS, TITLE, *TWO, *DECISIONS),
        document(*TWO, *DECISIONS, "乙县人民政府2022年政府信息公开工作年度报告", *TWO, *DECISIONS),
    ),
    "GD201": Pair(document(*TWO, "规章 | 1 | 0 | 1"), document(*TWO, "规章 | -1 | 0 | 1")),
    "GD202": Pair(document(*TWO, "规章 | 2 | 1 | 1"), document(*TWO, "规章 | 2 | 0 | 1")),
    "GD203": Pair(
        document(*TWO, "规章 | 1 | 0 | 1", title=TITLE.replace("甲县", "甲省")), document(*TWO, "规章 | 1 | 0 | 1")
    ),
    "GD204": Pair(
        year(2019, *OLD_TWO, "行政许可 | 20 | -3 | 16"),
        year(2019, *OLD_TWO, "行政许可 | 20 | -3 | 17"),
    ),
    "GD205": Pair(
        document(*TWO, "规章 | 0 | 0 | 0", *CHARGES, "行政事业性收费 | 12.5"),
        document(*TWO, "规章 | 0 | 0 | 0", *CHARGES, "行政事业性收费 | 125000"),
    ),
    "GD301": Pair(
        document(*lines_of_three(received=3, carried_in=1, total=4, carried_out=0)),
        document(*lines_of_three(received=3, carried_in=1, total=4, carried_out=1)),
    ),
    "GD302": whole((TOTAL, "（七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4")),
    "GD303": Pair(document(*lines_of_three(received=3)), document(*THREE, RECEIVED.replace("3 | 0", "2 | 0"))),
    "GD304": whole((GRANTED, "（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | /")),
    "GD305": whole((GRANTED, "（一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 3")),
    "GD306": whole((RECEIVED, "一、本年新收政府信息公开申请数量 | 0 | 3 | 0 | 0 | 0 | 0 | 3")),
    "GD401": Pair(
        document(*FOUR, f"1 | 0 | 0 | 0 | 1{NO_LAWSUITS}"), document(*FOUR, f"1 | 0 | 0 | 0 | 2{NO_LAWSUITS}")
    ),
    "GD501": Pair(
        (year(2022, *lines_of_three(carried_out=2)), year(2023, *lines_of_three(carried_in=2))),
        (year(2022, *lines_of_three(carried_out=2)), year(2023, *lines_of_three(carried_in=1))),
    ),
    "GD502": Pair(
        (year(2022, *TWO, "规章 | 0 | 0 | 5"), year(2023, *TWO, "规章 | 2 | 1 | 6")),
        (year(2022, *TWO, "规章 | 0 | 0 | 5"), year(2023, *TWO, "规章 | 2 | 1 | 7")),
    ),
    "GD503": Pair(
        (year(2019, *OLD_TWO, "行政许可 | 20 | -3 | 9"), year(2020, *OLD_TWO, "行政许可 | 17 | 0 | 9")),
        (year(2019, *OLD_TWO, "行政许可 | 20 | -3 | 9"), year(2020, *OLD_TWO, "行政许可 | 20 | 0 | 9")),
    ),
    "GD504": Pair(
        (year(2022, *TWO, "规章 | 0 | 0 | 5"), year(2023, *TWO, "规章 | 0 | 0 | 5")),
        (year(2021, *TWO, "规章 | 0 | 0 | 5"), year(2023, *TWO, "规章 | 0 | 0 | 5")),
    ),
    "GD601": Pair(
        told("收到政府信息公开申请3件。", *lines_of_three(received=3, carried_in=0)),
        told("收到政府信息公开申请4件。", *lines_of_three(received=3, carried_in=0)),
    ),
    "GD602": Pair(told("办结4件。", *lines_of_three(total=4)), told("办结3件。", *lines_of_three(total=4))),
    "GD603": Pair(told("予以公开4件。", *lines_of_three(granted=4)), told("予以公开3件。", *lines_of_three(granted=4))),
    "GD604": Pair(
        told("上年结转1件。", *lines_of_three(carried_in=1)), told("上年结转2件。", *lines_of_three(carried_in=1))
    ),
    "GD605": Pair(
        told("行政复议2件。", *FOUR, f"2 | 0 | 0 | 0 | 2{NO_LAWSUITS}"),
        told("行政复议1件。", *FOUR, f"2 | 0 | 0 | 0 | 2{NO_LAWSUITS}"),
    ),
    "GD606": Pair(
        told("制发规范性文件2件。", *TWO, "行政规范性文件 | 2 | 0 | 5"),
        told("制发规范性文件3件。", *TWO, "行政规范性文件 | 2 | 0 | 5"),
    ),
    "GD607": Pair(
        told("予以公开3件，占75%。", *lines_of_three(granted=3, total=4)),
        told("予以公开3件，占70%。", *lines_of_three(granted=3, total=4)),
    ),
    "GD608": Pair(
        told("收到申请3件，其中网上申请2件、信函申请1件。", *lines_of_three(received=3)),
        told("收到申请3件，其中网上申请2件、信函申请2件。", *lines_of_three(received=3)),
    ),
    "GD701": whole(("五、存在的主要问题及改进情况\n", "")),
    "GD702": Pair(
        document("数据统计期限自2023年1月1日起至2023年12月31日止。", *TWO, "规章 | 0 | 0 | 0"),
        document("数据统计期限自2022年1月1日起至2022年12月31日止。", *TWO, "规章 | 0 | 0 | 0"),
    ),
    "GD703": Pair(
        document("一、总体情况", "依申请公开情况。", "六、其他需要报告的事项", "未收取信息处理费。"),
        document("一、总体情况", "依申请公开情况。", "六、其他需要报告的事项", "无。"),
    ),
    "GD704": Pair(
        document("一、总体情况", "依申请公开情况。", "六、其他需要报告的事项", "未收取信息处理费。"),
        document("一、总体情况", "依申请公开情况。", "六、其他需要报告的事项", "无。"),
    ),
    "GD705": Pair(
        document("发布时间：2024-03-31", *TWO, "规章 | 0 | 0 | 0"),
        document("发布时间：2024-04-01", *TWO, "规章 | 0 | 0 | 0"),
    ),
    "GD706": Pair(
        (year(2022, "一、总体情况", PROSE), year(2023, "一、总体情况", "另作安排，突出重点，精简流程。" * 25)),
        (year(2022, "一、总体情况", PROSE), year(2023, "一、总体情况", PROSE)),
    ),
    "GD801": Pair(
        (document(*TWO, "规章 | 2 | 0 | 2"), document(*TWO, "规章 | 1 | 0 | 1"), document(*TWO, "规章 | 1 | 0 | 1")),
        (document(*TWO, "规章 | 3 | 0 | 2"), document(*TWO, "规章 | 1 | 0 | 1"), document(*TWO, "规章 | 1 | 0 | 1")),
        is_body=True,
    ),
}


def test_every_code_has_its_pair():
    assert list(PAIRS) == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_one_passes_and_the_other_is_the_example(rule):
    pair = PAIRS[rule.code]
    assert rule.code not in pair.found(pair.passing)
    assert pair.found(pair.failing)[rule.code][0] == rule.example


def test_a_quiet_year_has_no_findings():
    assert check(parse(WHOLE)) == ()
    assert unassessed(parse(WHOLE)) == ()
