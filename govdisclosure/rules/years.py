"""From year to year: what one report carries over, the next takes up (GD501 to GD504).

Only cells that mean the same in the forms of both years are compared. A cell that both reports leave without a number
says nothing; one finding speaks of one cell of the later report.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from govdisclosure.catalogue import FORMS, Header
from govdisclosure.editions import slot_at, y2019
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.names import cell_name
from govdisclosure.reading import Number, Reading
from govdisclosure.rules.cases import operand_of
from govdisclosure.rules.judging import Judgement, is_sure, judge, total
from govdisclosure.rules.kinds import Case, Rule, Series, SeriesRule, Volume
from govdisclosure.rules.sheets import cells_of_line, lines_with

CARRIED = Header(
    "GD501",
    "carried-over",
    Severity.WARNING,
    Message(
        "每一列：上年结转等于上一年度报告的结转下年度继续办理",
        "In every column, the requests carried in are those that last year's report carried out.",
    ),
    Message(
        "{cell}为{stated}，{before}年度报告为{expected}", "{cell} is {stated}; the report for {before} has {expected}"
    ),
    source=FORMS,
)
IN_FORCE = Header(
    "GD502",
    "documents-in-force",
    Severity.WARNING,
    Message(
        "现行有效件数等于上一年度的现行有效件数加本年制发减本年废止",
        "Documents in force are last year's, with those issued and without those repealed.",
    ),
    Message(
        "{cell}为{stated}，由{before}年度报告推算为{expected}",
        "{cell} is {stated}; the report for {before} leads to {expected}",
    ),
    source=FORMS,
)
ITEMS = Header(
    "GD503",
    "items-of-last-year",
    Severity.WARNING,
    Message(
        "上一年项目数量等于上一年度报告的上一年项目数量加本年增/减",
        "Last year's items are those of the year before, with their change in last year's report.",
    ),
    Message(
        "{cell}为{stated}，由{before}年度报告推算为{expected}",
        "{cell} is {stated}; the report for {before} leads to {expected}",
    ),
    source=y2019.SOURCE,
    editions=(y2019.EDITION,),
)
SERIES = Header(
    "GD504",
    "series-incomplete",
    Severity.NOTE,
    Message(
        "各年度报告齐全、年度明确、同一年度没有不同版本，数字不与上一年完全相同",
        "There is one report for each year, its year is known, and its numbers are not all those of the year before.",
    ),
    Message("{what}", "{what}"),
)

CARRIED_IN = "requests.carried_in"
CARRIED_OUT = "requests.carried_out"
#: Fewer numbers that are not 0 than this may well be the same two years running.
TELLING_NUMBERS = 6
#: What a body has, not what it did in the year: the same number two years running means nothing.
STOCK_COLUMNS = frozenset({"in_force", "total_disclosed", "prior_year_items"})


def carried_over(header: Header, series: Series) -> Iterator[Finding]:
    """A finding for each applicant whose requests carried in are not those carried out the year before."""
    for before, after in series.pairs():
        for carried_in in cells_of_line(after.case.sheets["requests"].layout, CARRIED_IN):
            carried_out = carried_in.replace(CARRIED_IN, CARRIED_OUT)
            yield from _unequal(header, (before, after), (carried_in,), (carried_out,), ())


def documents_in_force(header: Header, series: Series) -> Iterator[Finding]:
    """A finding for each stock of documents that is not last year's with what was issued and repealed since."""
    for before, after in series.pairs():
        for line in _lines_in_both(before, after, ("in_force", "issued", "repealed")):
            stock, issued, repealed = (f"{line}.{column}" for column in ("in_force", "issued", "repealed"))
            yield from _unequal(header, (before, after), (stock, repealed), (stock,), (issued,))


def items_of_last_year(header: Header, series: Series) -> Iterator[Finding]:
    """A finding for each number of last year's items that last year's report does not lead to."""
    for before, after in series.pairs():
        for line in _lines_in_both(before, after, ("prior_year_items", "item_change")):
            items, change = f"{line}.prior_year_items", f"{line}.item_change"
            if before.reading(change).value is not None:
                yield from _unequal(header, (before, after), (items,), (items, change), ())


def _lines_in_both(before: Volume, after: Volume, columns: tuple[str, ...]) -> Iterator[str]:
    for sheet in after.case.all_sheets:
        for line in lines_with(sheet.layout, columns):
            if all(volume.has(f"{line}.{column}") for volume in (before, after) for column in columns):
                yield line


def _unequal(
    header: Header,
    years: tuple[Volume, Volume],
    left: tuple[str, ...],
    before: tuple[str, ...],
    right: tuple[str, ...],
) -> Iterator[Finding]:
    """A finding if cells of the later report are not the sum of cells of the earlier one and others of the later.

    ``left`` and ``right`` are cells of the later report; the first on the left is the one that the finding is about.
    """
    earlier, later = years
    ours = [later.reading(address) for address in left]
    theirs = [earlier.reading(address) for address in before]
    added = [later.reading(address) for address in right]
    if not _has_number(ours[:1]) or not _has_number(theirs[:1]):
        return
    judgement = judge(ours, [*theirs, *added])
    if judgement is None or judgement is Judgement.OPEN:
        return
    yield header.finding(
        verdict=Verdict.SOURCE if judgement is Judgement.BROKEN else Verdict.READING,
        cells=(*left, *right),
        stated=ours[0].value,
        expected=_sum([*theirs, *added], ours[1:]),
        operands=(
            *map(operand_of, (*ours, *added)),
            *(operand_of(reading, str(earlier.year)) for reading in theirs),
        ),
        span=ours[0].span,
        subject=later.case.subject,
        cell=cell_name(slot_at(left[0])),
        before=earlier.year,
    )


def _sum(added: list[Reading], removed: list[Reading]) -> Number | None:
    """What the cells lead to, blanks taken for 0; None where one of them was not read surely."""
    return total(added) - total(removed) if all(map(is_sure, (*added, *removed))) else None


def _has_number(readings: Iterable[Reading]) -> bool:
    return all(reading.value is not None or reading.candidates for reading in readings)


@frozen
class _Remark:
    """What is to be said of a series, and the report that it is said of."""

    case: Case
    what: Message
    stated: str | None = None
    expected: str | None = None


def _remarks(series: Series) -> Iterator[_Remark]:
    for before, after in pairwise(series.volumes):
        if after.year - before.year > 1:
            yield _gap(before.year + 1, after)
    for case in series.undated if series.volumes else ():
        yield _Remark(
            case, Message("报告年度不明，未参与年度间比对", "the year is unknown: not compared with other years")
        )
    for volume in series.volumes:
        if volume.is_contradictory:
            year = str(volume.year)
            text = Message(f"{year}年度报告有不同的版本", f"there are different versions of the report for {year}")
            yield _Remark(volume.case, text, stated=year)
    for before, after in series.pairs():
        if _is_repeated(before, after):
            year = str(before.year)
            text = Message(f"数字与{year}年度报告完全相同", f"all numbers are those of the report for {year}")
            yield _Remark(after.case, text, stated=year)


def _gap(first: int, after: Volume) -> _Remark:
    last = after.year - 1
    years = f"{first}" if first == last else f"{first}–{last}"
    text = Message(f"缺少{years}年度报告，前后年度不能比对", f"no report for {years}: its chain is not checked")
    return _Remark(after.case, text, expected=years)


def _is_repeated(before: Volume, after: Volume) -> bool:
    """Whether all numbers but stocks are those of the year before, and enough of them are not 0."""
    ours, theirs = (
        {
            address: value
            for address, value in volume.case.report.cells()
            if value is not None and address.rpartition(".")[2] not in STOCK_COLUMNS
        }
        for volume in (after, before)
    )
    return ours == theirs and sum(value != 0 for value in ours.values()) >= TELLING_NUMBERS


def series_incomplete(header: Header, series: Series) -> Iterator[Finding]:
    """Notes on years that are missing, unknown, there in several versions, or repeat the year before."""
    for remark in _remarks(series):
        yield header.finding(
            verdict=Verdict.SOURCE,
            stated=remark.stated,
            expected=remark.expected,
            subject=remark.case.subject,
            what=remark.what,
        )


RULES: tuple[Rule, ...] = (
    SeriesRule(CARRIED, carried_over),
    SeriesRule(IN_FORCE, documents_in_force),
    SeriesRule(ITEMS, items_of_last_year),
    SeriesRule(SERIES, series_incomplete),
)
