"""Prose taken over from the year before (GD706)."""

from collections.abc import Iterator
from difflib import SequenceMatcher

import regex

from govdisclosure.catalogue import Header
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.passage import bare
from govdisclosure.rules.kinds import Case, Rule, Series, SeriesRule

REPEATED = Header(
    "GD706",
    "prose-repeated",
    Severity.NOTE,
    Message("文字内容不与上一年度报告雷同", "The prose is not that of last year's report."),
    Message(
        "文字内容与{before}年度报告的相同部分达{stated}%", "{stated}% of the prose is that of the report for {before}"
    ),
    source="国办公开办函〔2021〕30号",
)

#: So much of the prose, in percent, must be the same.
TELLING_SHARE = 90
#: Less prose than this, in characters, is alike in all reports.
TELLING_LENGTH = 300
#: Paragraphs shorter than this are headings and formulas.
PARAGRAPH = 15
#: How alike two paragraphs are that count as one, figures apart.
ALIKE = 0.9
#: What is compared at most: characters of a paragraph, paragraphs around its place, pairs of paragraphs.
LONGEST, NEIGHBOURS, PAIRS = 600, 3, 300

_FIGURES = regex.compile(r"[\d.,%]+")


def _paragraphs(case: Case) -> list[str]:
    """The paragraphs without spaces, their figures made one sign."""
    lines = (_FIGURES.sub("#", bare(line)) for line in case.prose)
    return [line for line in lines if len(line) >= PARAGRAPH]


def _repeated_share(ours: list[str], theirs: list[str]) -> int:
    """How much of our prose stands in theirs, in percent of its characters, rounded down."""
    known = set(theirs)
    repeated = 0
    budget = PAIRS
    for place, line in enumerate(ours):
        if line in known:
            repeated += len(line)
            continue
        around = theirs[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        around = around[: max(0, budget)]
        budget -= len(around)
        if any(_is_alike(line[:LONGEST], other[:LONGEST]) for other in around):
            repeated += len(line)
    return 100 * repeated // max(1, sum(map(len, ours)))


def _is_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def prose_repeated(header: Header, series: Series) -> Iterator[Finding]:
    """A note for each report whose prose is nearly all that of the year before, figures apart."""
    for before, after in series.pairs():
        ours, theirs = _paragraphs(after.case), _paragraphs(before.case)
        if sum(map(len, ours)) < TELLING_LENGTH:
            continue
        share = _repeated_share(ours, theirs)
        if share >= TELLING_SHARE:
            yield header.finding(verdict=Verdict.SOURCE, stated=share, subject=after.case.subject, before=before.year)


RULES: tuple[Rule, ...] = (SeriesRule(REPEATED, prose_repeated),)
