"""Whether a report says all that it has to say: its sections, the fee, content (GD701, GD703, GD704)."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from govdisclosure.catalogue import ARTICLE_50, LINE_MISSING, TABLE_MISSING, Header
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.headings import WORDINGS, heading_of
from govdisclosure.passage import bare
from govdisclosure.report import Section, SectionKind
from govdisclosure.rules.kinds import Case, ReportRule, Rule

SECTIONS = Header(
    "GD701",
    "sections",
    Severity.WARNING,
    Message("六个部分齐全，次序、序号正确", "The six sections are there, in their order, rightly numbered."),
    Message("{what}", "{what}"),
    source=ARTICLE_50,
)
FEE = Header(
    "GD703",
    "processing-fee-not-reported",
    Severity.NOTE,
    Message(
        "自2021年度起，第六部分报告收取信息处理费的情况",
        "From 2021 on, section six says what information processing fee (信息处理费) was charged.",
    ),
    Message(
        "第六部分没有报告收取信息处理费的情况",
        "section six does not say what information processing fee (信息处理费) was charged",
    ),
    source="国办函〔2020〕109号",
)
WITHOUT_CONTENT = Header(
    "GD704",
    "section-without-content",
    Severity.NOTE,
    Message("第五、第六部分有实质内容", "Sections five and six have content."),
    Message("“{stated}”没有内容", "“{stated}” has no content"),
    source=ARTICLE_50,
)

#: The first report year for which the six sections are obligatory; the form of 2019 was on trial.
FIRST_YEAR_OF_SIX_SECTIONS = 2020
#: The first report year in which the fee could be charged.
FIRST_YEAR_OF_FEE = 2021
#: So many characters before the first heading are section one without its heading, not an introduction.
LONG_INTRODUCTION = 300
_ORDER = tuple(SectionKind)

# Offices say 收费 or 费用 for it; the charges of table two (行政事业性收费) are another thing.
_FEE = regex.compile(r"处理费|公开费|(?<!事业性|涉企|停车|教育)收费|费用")
_NOTHING = regex.compile(r"(?:[\p{P}\p{S}]|暂|无|没有|略|空白?|内容)*")


def sections(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for the sections that are missing, one for a wrong order, one for wrong numbers.

    A report without any statutory section was read from something else than its full text: that says nothing.
    """
    found = [section for section in case.report.sections if section.kind is not None]
    year = case.report.year
    if not found or (year is not None and year < FIRST_YEAR_OF_SIX_SECTIONS):
        return
    kinds = tuple(dict.fromkeys(section.kind for section in found if section.kind))
    missing = tuple(kind for kind in _ORDER if kind not in kinds and not _stands_without_heading(case, kind))
    if missing:
        zh, en = "、".join(map(_title, missing)), ", ".join(missing)
        yield header.finding(
            verdict=_verdict(case),
            expected=zh,
            subject=case.subject,
            what=Message(f"缺少：{zh}", f"missing: {en}"),
        )
    for before, after in pairwise(kinds):
        if _ORDER.index(before) > _ORDER.index(after):
            what = Message(f"{_title(after)}列在{_title(before)}之后", f"{after} stands behind {before}")
            yield header.finding(verdict=Verdict.SOURCE, stated=_title(after), subject=case.subject, what=what)
    for section in _wrongly_numbered(found):
        what = Message(f"“{section.heading}”的序号有误", f"“{section.heading}” is wrongly numbered")
        yield header.finding(verdict=Verdict.SOURCE, stated=section.heading, subject=case.subject, what=what)


def _verdict(case: Case) -> Verdict:
    """Whom missing sections speak of: the reader, where it could not find all of the tables either."""
    noticed = case.parsed.findings if case.parsed is not None else ()
    codes = {TABLE_MISSING.code, LINE_MISSING.code}
    is_partial = any(finding.code in codes and finding.verdict is Verdict.READING for finding in noticed)
    return Verdict.READING if is_partial else Verdict.SOURCE


def _title(kind: SectionKind) -> str:
    return WORDINGS[kind][0]


def _stands_without_heading(case: Case, kind: SectionKind) -> bool:
    """Whether a section is there and only its heading is missing: its table, or a long text before all headings."""
    sheet = case.sheets.get(kind)
    if sheet is not None:
        return any(number is not None for number in sheet.numbers)
    before = (section for section in case.report.sections[:1] if not section.heading)
    return kind is SectionKind.OVERVIEW and any(len(section.text()) >= LONG_INTRODUCTION for section in before)


def _wrongly_numbered(found: list[Section]) -> Iterator[Section]:
    """Sections whose number is neither that of the form nor the next one."""
    last = 0
    for section in found:
        heading = heading_of(section.heading)
        number = heading.number if heading is not None and heading.depth == 1 else None
        if number is None:
            last += 1
            continue
        if section.kind and number not in {_ORDER.index(section.kind) + 1, last + 1}:
            yield section
        last = number


def fee_not_reported(header: Header, case: Case) -> Iterator[Finding]:
    """A note where the report has a section six but no word on the fee, in it or elsewhere."""
    year, section = case.report.year, case.section(SectionKind.OTHER_MATTERS)
    if section is None or year is None or year < FIRST_YEAR_OF_FEE:
        return
    if _FEE.search(bare(section.text())) or any("处理费" in line for line in case.prose):
        return
    yield header.finding(verdict=Verdict.SOURCE, subject=case.subject)


def without_content(header: Header, case: Case) -> Iterator[Finding]:
    """A note for section five or six that says nothing, or no more than 无."""
    for kind in (SectionKind.PROBLEMS_AND_IMPROVEMENTS, SectionKind.OTHER_MATTERS):
        section = case.section(kind)
        if section is not None and _NOTHING.fullmatch(bare(section.text())):
            yield header.finding(verdict=Verdict.SOURCE, stated=section.heading, subject=case.subject)


RULES: tuple[Rule, ...] = (
    ReportRule(SECTIONS, sections),
    ReportRule(FEE, fee_not_reported),
    ReportRule(WITHOUT_CONTENT, without_content),
)
