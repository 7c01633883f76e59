"""HTML with other tables beside the forms', which share labels with them: of agencies, of years, of decisions."""

from collections.abc import Callable, Iterable
from random import Random

from tests.conformance.geometry import Box, Table
from tests.conformance.layouts.layout import Compose, Layout, Parts, whole
from tests.conformance.layouts.markup import page
from tests.conformance.layouts.plaintext import BLANK_THIRD
from tests.conformance.prose import Part, Text
from tests.conformance.sheets import Sheet

AGENCIES = ("县公安局", "县财政局", "东渡乡")

#: A table made of the report, to stand before or behind the parts of a section.
Extra = Callable[[Parts, Random], Table]


def _table(rows: Iterable[Iterable[str]]) -> Table:
    drawn = tuple(tuple(Box(text) for text in row) for row in rows)
    return Table(drawn, len(drawn[0]))


def _numbers(rng: Random, count: int) -> list[str]:
    return [f"{rng.randrange(30)}" for _ in range(count)]


def _lowest_heads(table: Table) -> list[str]:
    """The heads right above the numbers, from left to right."""
    first, *inner, last = (box.text for row in table.rows[1 : table.heads] for box in row if box.colspan == 1)
    # 总计 stands in a row above those of the organisations
    return [first, *inner[1:], last, inner[0]]


def applicants_by_agency(parts: Parts, rng: Random) -> Table:
    """The requests of each agency, under the heads of table three, and 总计."""
    three = next(part for part in parts if isinstance(part, Table) and part.width == 10)
    heads = ["单位", *_lowest_heads(three)]
    return _table([heads, *([name, *_numbers(rng, 7)] for name in (*AGENCIES, "总计"))])


def decisions_by_agency(_parts: Parts, rng: Random) -> Table:
    """Rules and decisions of each agency."""
    heads = ["单位", "规章", "行政规范性文件", "行政许可", "行政处罚"]
    return _table([heads, *([name, *_numbers(rng, 4)] for name in (*AGENCIES, "合计"))])


def decisions(_parts: Parts, rng: Random) -> Table:
    """Decisions, on their side."""
    return _table([["类别", "行政许可", "行政处罚", "行政强制"], ["数量", *_numbers(rng, 3)]])


def reviews_by_year(_parts: Parts, rng: Random) -> Table:
    """Reviews of some years."""
    heads = ["年度", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return _table([heads, *([f"{year}年", *_numbers(rng, 5)] for year in (2019, 2020, 2021))])


def outcomes_by_year(_parts: Parts, rng: Random) -> Table:
    """Lines of table three by year."""
    labels = (
        "本年新收政府信息公开申请数量",
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "其他处理",
        "总计",
        "行政复议",
    )
    return _table([["指标", "2021年", "2022年"], *([label, *_numbers(rng, 2)] for label in labels)])


def _beside(extra: Extra, numeral: str, *, last: bool) -> Compose:
    """The report with a table more in the section of a numeral, first or last."""

    def compose(sheet: Sheet, rng: Random) -> Parts:
        parts = whole(sheet, rng)
        headings = [number for number, part in enumerate(parts) if isinstance(part, Text) and part.kind == "heading"]
        own = next(number for number in headings if _begins(parts[number], numeral))
        place = next((number for number in headings if number > own), len(parts)) if last else own + 1
        return (*parts[:place], Text("有关情况见下表："), extra(parts, rng), *parts[place:])

    return compose


def _begins(part: Part, numeral: str) -> bool:
    return isinstance(part, Text) and part.text.startswith(numeral)


LAYOUTS = (
    Layout("html_agencies_behind", page(), BLANK_THIRD, _beside(applicants_by_agency, "三、", last=True)),
    Layout("html_agencies_before", page(), BLANK_THIRD, _beside(applicants_by_agency, "三、", last=False)),
    Layout("html_decisions_by_agency", page(), BLANK_THIRD, _beside(decisions_by_agency, "一、", last=True)),
    Layout("html_decisions_in_overview", page(), BLANK_THIRD, _beside(decisions, "一、", last=True)),
    Layout("html_reviews_by_year", page(), BLANK_THIRD, _beside(reviews_by_year, "一、", last=True)),
    Layout("html_outcomes_by_year", page(), BLANK_THIRD, _beside(outcomes_by_year, "一、", last=True)),
)
