"""Reports in which no rule finds anything, printed as pages: what is found on a changed page, the change has caused."""

import datetime as dt
from decimal import Decimal
from random import Random

from attrs import evolve

from tests.conformance import geometry
from tests.conformance.layouts.layout import PLAIN, whole
from tests.conformance.layouts.markup import page
from tests.conformance.prose import Text
from tests.conformance.sheets import sheet
from tests.conformance.truths import truth

#: The numbers of table two in print order, by the forms of the report, and its year.
TWO = {
    "2021": (2023, (0, 0, 0, 6, 2, 49, 517645, 693957, 12, Decimal("4068.208"))),
    "2019": (2019, (0, 0, 0, 6, 6, 49, 312, -4, 1180, 20, 1, 97, 118, 0, 2405, 9, 0, 14, 3, 0, 11, Decimal(251000))),
    "hybrid": (2021, (0, 0, 0, 6, 6, 49, 517645, 693957, 12, Decimal("4068.208"))),
}


def report(forms="2021"):
    """A true report with numbers over 999 and many zeros."""
    true = truth(1, forms)
    year, two = TWO[forms]
    return evolve(
        true,
        agency="青溪县人民政府",
        year=year,
        published=dt.date(year + 1, 3, 20),
        signed=dt.date(year + 1, 3, 18),
        values={**true.values, **{slot.address: number for slot, number in zip(true.two, two, strict=True)}},
    )


def prose(true):
    """Before and behind the tables, with the statements that mislead others and are true all the same."""
    values = true.values
    received, carried_in, done, carried_out = (
        values[f"requests.{line}.total"] for line in ("received", "carried_in", "outcomes.total", "carried_out")
    )
    period = f"{true.year}年1月1日起至{true.year}年12月31日止"
    before = [
        Text(true.title, "title"),
        Text(f"发布时间：{true.published:%Y-%m-%d}", "date"),
        Text(f"根据《中华人民共和国政府信息公开条例》编制本报告，数据统计期限自{period}。"),
        Text("一、总体情况", "heading"),
        Text("（一）主动公开。全年主动公开政府信息1.2万条。"),
        Text(
            f"（二）依申请公开。全年收到政府信息公开申请{received + carried_in:,}件（含上年结转{carried_in}件），"
            f"办结{done:,}件，结转下年度继续办理{carried_out}件。"
        ),
        Text("（三）政府信息管理。定期清理已公开的文件。"),
        Text("（四）平台建设。调整门户网站公开栏目。"),
        Text("（五）监督保障。组织业务培训2次，开展年度考核、社会评议，未发生责任追究。"),
    ]
    after = [
        Text("五、存在的主要问题及改进情况", "heading"),
        Text("公开的内容有待丰富，下一步将加强培训。"),
        Text("六、其他需要报告的事项", "heading"),
        Text(f"{true.year}年度未收取政府信息公开信息处理费。" if true.year > 2020 else "无其他需要报告的事项。"),
    ]
    return before, after


PAGE = page()


def printed(true, write=PAGE, style=PLAIN, compose=whole):
    """The report as a document, and what a reader must make of each cell."""
    rng = Random(1)  # noqa: S311  # test data, not secrets
    sheet_ = sheet(true, style, rng)
    headings = {geometry.section_title(slot.form.name) for slot in true.slots}
    inner = [part for part in compose(sheet_, rng) if isinstance(part, geometry.Table) or part.text in headings]
    before, after = prose(true)
    return write((*before, *inner, *after), rng), sheet_.expected
