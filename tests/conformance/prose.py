"""What stands around the tables: made-up prose with the words and numbers that lead readers astray."""

from collections.abc import Sequence
from random import Random

from attrs import frozen

from tests.conformance.geometry import Table, section_title
from tests.conformance.sheets import Sheet


@frozen
class Text:
    """A paragraph."""

    text: str
    #: title, date, heading, subheading or text.
    kind: str = "text"


Part = Text | Table


def _overview(sheet: Sheet, rng: Random) -> tuple[Text, ...]:
    truth = sheet.truth
    values = truth.values
    received = values["requests.received.total"]
    licences = values.get("proactive_disclosure.administrative_licensing.decisions", 0)
    other = rng.randrange(3, 2000)
    return (
        Text(
            f"根据《中华人民共和国政府信息公开条例》第五十条规定，现公布{truth.year}年度报告。"
            f"本报告所列数据的统计期限自{truth.year}年1月1日起至{truth.year}年12月31日止。"
        ),
        Text("一、总体情况", "heading"),
        Text(
            f"（一）主动公开情况。{truth.year}年共主动公开政府信息{other}条，其中规章0件，规范性文件{rng.randrange(9)}件。"
        ),
        Text(
            f"办理行政许可{licences}件，作出行政处罚{rng.randrange(300)}件，行政强制{rng.randrange(20)}件，总计{other}次。"
        ),
        Text("（二）依申请公开情况", "subheading"),
        Text(f"全年收到政府信息公开申请{received}件，予以公开3件，部分公开1件，不予公开2件，其他处理1件。"),
        Text("（三）政府信息管理、平台建设和监督保障情况", "subheading"),
        Text(f"开展业务培训{rng.randrange(1, 9)}次，网站访问量{rng.randrange(10**4, 10**6)}人次。"),
    )


def _after(sheet: Sheet) -> tuple[Text, ...]:
    truth = sheet.truth
    return (
        Text("五、存在的主要问题及改进情况", "heading"),
        Text(
            "1.公开内容的时效性有待加强。2.业务能力需进一步提高。下一步将健全制度，行政许可、行政处罚信息7个工作日内公开。"
        ),
        Text("六、其他需要报告的事项", "heading"),
        Text(f"{truth.year}年度未收取政府信息公开信息处理费，涉及费用0元。"),
        Text(truth.agency, "signature"),
        Text(f"{truth.signed.year}年{truth.signed.month}月{truth.signed.day}日", "signature"),
    )


def document(
    sheet: Sheet, rng: Random, two: Sequence[Part], three: Sequence[Part], four: Sequence[Part]
) -> tuple[Part, ...]:
    """The whole report in order: title, overview, the three tables under their headings, the last two sections."""
    parts: list[Part] = [
        Text(sheet.truth.title, "title"),
        Text(f"发布时间：{sheet.truth.published:%Y-%m-%d} 09:16 来源：{sheet.truth.agency}", "date"),
        *_overview(sheet, rng),
    ]
    for name, tables in (("proactive_disclosure", two), ("requests", three), ("review_and_litigation", four)):
        note = [Text("该部分以表格形式报告")] if rng.random() < 0.2 else []
        parts += [Text(section_title(name), "heading"), *note, *tables]
    return (*parts, *_after(sheet))
