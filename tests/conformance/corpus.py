"""Score a folder of documents with their truth: ``python -m tests.conformance.corpus DIR [--show N]``.

Each document is a folder with ``source.txt`` or ``source.html`` and a ``truth.json`` whose ``tables`` give, by the
form's own labels, the cells that are certain. A cell that the truth does not list is not judged; a number claimed there
is counted as beyond.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from attrs import frozen

from govdisclosure.editions import TABLES
from govdisclosure.form import Heading, Slot, slots
from govdisclosure.parsed import Parsed
from govdisclosure.states import State
from tests.conformance.outcomes import Expected, Outcome, Tally, Verdict, judge

Labels = tuple[str, str, str]

_MARK = re.compile(r"[-—/\\无]+")
_AMOUNT = re.compile(r"(?P<sign>[增减+-]?)(?P<digits>[\d.,，]+)(?P<unit>\D*)")


def _bare(label: str) -> str:
    """A label without its explanation in brackets at the end."""
    return re.sub(r"(?<=.)（[^（）]{4,}）$", "", label)


def _names(heading: Heading) -> set[str]:
    words = (heading.label, *heading.aliases)
    return {*words, *map(_bare, words)}


def _matches(path: Sequence[str], headings: Sequence[Heading]) -> bool:
    """Whether a row path of the truth names a line; outer headings may be left out."""
    if len(path) > len(headings):
        return False
    inner = headings[len(headings) - len(path) :]
    return all(
        part in _names(heading) or _bare(part) in _names(heading) for part, heading in zip(path, inner, strict=True)
    )


def slot_of(table: str, row: str, column: str) -> Slot | None:
    """The cell that the truth names by its labels, or None where no form has it."""
    path = row.split("/")
    for form in reversed(TABLES):
        for slot in slots(form):
            if f"表{slot.form.section}" == table and column in _names(slot.column) and _matches(path, slot.row):
                return slot
    return None


def expected_of(value: object) -> Expected:
    """What the truth says of a cell: a number, null for blank, or the words that are printed."""
    if value is None:
        return Expected(State.BLANK)
    text = str(value)
    if _MARK.fullmatch(text):
        return Expected(State.DASH)
    found = _AMOUNT.fullmatch(text)
    if not found:
        return Expected(State.UNREADABLE)
    try:
        number = Decimal(re.sub(r"[,，]", "", found["digits"]))
    except InvalidOperation:
        return Expected(State.UNREADABLE)
    number = -number if found["sign"] in ("减", "-") else number
    others = (number * 10000, number / 10000) if found["unit"] else ()
    return Expected(State.STATED, number, others)


def _cells(truth: dict[str, Any]) -> Iterator[tuple[Labels, object]]:
    for table, rows in truth["tables"].items():
        for row, columns in rows.items():
            yield from (((table, row, column), value) for column, value in columns.items())


@frozen
class Score:
    """One document, scored."""

    name: str
    verdicts: tuple[Verdict, ...] = ()
    #: Numbers claimed for cells that the truth does not list, by state.
    beyond: tuple[str, ...] = ()
    #: Cells of the truth that no form has.
    foreign: int = 0
    #: Guesses of ``likely()`` that agree with the best reading of the truth, and how many there are.
    likely: tuple[int, int] = (0, 0)
    #: Title, agency, year and date of publication: what the truth says and what was read.
    facts: tuple[tuple[str, object, object], ...] = ()
    error: str = ""

    @property
    def tally(self) -> Tally:
        """The outcomes, counted."""
        tally = Tally(self.name)
        tally.add(self.verdicts)
        return tally


def _best_readings(ambiguous: dict[str, Any]) -> Iterator[tuple[str, str, str, object]]:
    for table, rows in ambiguous.items():
        for row, entry in rows.items():
            best = entry.get("best_reading", {}) if isinstance(entry, dict) else {}
            cells = best if isinstance(best, dict) else {entry["column"]: best}
            yield from ((table, row, column, value) for column, value in cells.items())


def _likely(parsed: Parsed, truth: dict[str, Any]) -> tuple[int, int]:
    guesses = dict(parsed.likely().cells())
    right = total = 0
    for table, row, column, value in _best_readings(truth.get("ambiguous", {})):
        slot = slot_of(table, row, column)
        if slot is not None:
            total += 1
            right += guesses.get(slot.address) == value
    return right, total


def _facts(parsed: Parsed, truth: dict[str, Any]) -> tuple[tuple[str, object, object], ...]:
    report = parsed.report
    published = report.published.isoformat() if report.published else None
    read = {"title": report.title, "agency": report.agency, "year": report.year, "publish_date": published}
    return tuple((name, truth.get(name), value) for name, value in read.items())


def score(folder: Path) -> Score:
    """Read one document and judge each cell that its truth lists."""
    from govdisclosure.parsing import parse  # noqa: PLC0415  # mapping labels needs no reader

    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    source = next(iter(sorted(folder.glob("source.*"))))
    try:
        parsed: Parsed = parse(source.read_bytes())
    except Exception as problem:  # noqa: BLE001  # a crash is a result of the run
        return Score(folder.name, error=f"{type(problem).__name__}: {problem}")
    named = [(slot_of(*labels), value) for labels, value in _cells(truth)]
    known = {slot.address: expected_of(value) for slot, value in named if slot is not None}
    verdicts = tuple(
        Verdict(address, expected, parsed[address], judge(expected, parsed[address]))
        for address, expected in known.items()
    )
    beyond = tuple(
        f"{reading.address}: {reading.state} {reading.value} {reading.raw!r}"
        for reading in parsed
        if reading.state.has_number and reading.address not in known
    )
    foreign = sum(slot is None for slot, _ in named)
    return Score(folder.name, verdicts, beyond, foreign, _likely(parsed, truth), _facts(parsed, truth))


def _sign(truth: object, read: object) -> str:
    if truth is None:
        return "." if read is None else "+"
    words = [re.sub(r"\s", "", f"{value}") for value in (truth, read)]
    return "=" if words[0] == words[1] or (isinstance(read, str) and f"（{words[1]}）" in words[0]) else "≠"


def counts(name: str, tally: Tally, *, beyond: int, foreign: int, likely: tuple[int, int], signs: str) -> str:
    """One line of the table."""
    columns = " ".join(f"{tally.outcomes[outcome]:6}" for outcome in Outcome)
    guesses = "{}/{}".format(*likely)
    return f"{name[:40]:40} {tally.cells:6} {columns} {beyond:6} {foreign:7} {guesses:>6} {signs}"


def line(result: Score) -> str:
    """A document's counts, then title, agency, year, date (= agrees, ≠ differs, + only read, . neither)."""
    if result.error:
        return f"{result.name[:40]:40} {result.error}"
    signs = "".join(_sign(truth, read) for _, truth, read in result.facts)
    return counts(
        result.name,
        result.tally,
        beyond=len(result.beyond),
        foreign=result.foreign,
        likely=result.likely,
        signs=signs,
    )


def faults(result: Score, limit: int) -> list[str]:
    """What is not right in a document: at most ``limit`` cells, then title, agency, year and date."""
    cells = [f"{verdict}" for verdict in result.verdicts if verdict.outcome is not Outcome.READ]
    cells += [f"beyond    {claim}" for claim in result.beyond]
    facts = [
        f"{name}: truth {truth!r}, read {read!r}" for name, truth, read in result.facts if _sign(truth, read) == "≠"
    ]
    return [*cells[:limit], *facts]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a document; with ``--show N`` also what is not right."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="documents whose name contains this")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show at most N cells a document")
    options = parser.parse_args(arguments)
    heads = " ".join(f"{outcome.value[:6]:>6}" for outcome in Outcome)
    print(f"{'document':40} {'cells':>6} {heads} beyond foreign likely TAYD")  # noqa: T201  # a command's output
    folders = [path.parent for path in sorted(options.folder.glob("*/truth.json")) if options.only in path.parent.name]
    results = []
    for folder in folders:
        results.append(score(folder))
        print(line(results[-1]))  # noqa: T201
        for text in faults(results[-1], options.show) if options.show else ():
            print(f"    {text}")  # noqa: T201
    total = Tally("total")
    for result in results:
        total.merge(result.tally)
    likely = (sum(result.likely[0] for result in results), sum(result.likely[1] for result in results))
    beyond = sum(len(result.beyond) for result in results)
    foreign = sum(result.foreign for result in results)
    print(counts("total", total, beyond=beyond, foreign=foreign, likely=likely, signs=""))  # noqa: T201
    return int(total.outcomes[Outcome.WRONG] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
