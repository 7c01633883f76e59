"""Table three: the balance, the outcomes, the totals of the lines (GD301 to GD306)."""

from collections.abc import Iterator

from govdisclosure.catalogue import ARTICLE_50, FORMS, Header
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.identities import Axis
from govdisclosure.names import table_name
from govdisclosure.rules.judging import EMPTY
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.sums import broken_sums

BALANCE = Header(
    "GD301",
    "balance",
    Severity.ERROR,
    Message(
        "每一列：收到的申请（新收加上年结转）等于办结的申请加结转下年度的申请",
        "In every column, the requests received and carried in are those answered and carried out.",
    ),
    Message(
        "“{column}”列不平衡：新收加上年结转为{floor}{stated}，办理结果总计加结转下年度为{bound}{expected}",
        "column “{column}” does not balance: {floor}{stated} received and carried in, "
        "{bound}{expected} answered and carried out",
    ),
    source=FORMS,
)
OUTCOMES = Header(
    "GD302",
    "outcomes-total",
    Severity.ERROR,
    Message(
        "每一列：办理结果总计等于各项办理结果之和",
        "In every column, the total of the outcomes is the sum of all outcomes.",
    ),
    Message(
        "“{column}”列：办理结果总计为{stated}，各项之和为{bound}{expected}",
        "column “{column}”: the outcomes' total is {stated}, their sum {bound}{expected}",
    ),
    source=ARTICLE_50,
)
LINE_TOTAL = Header(
    "GD303",
    "line-total",
    Severity.ERROR,
    Message("每一行：总计等于六类申请人之和", "In every line, the total is the sum of the six kinds of applicant."),
    Message(
        "“{line}”行：总计为{stated}，各类申请人之和为{bound}{expected}",
        "line “{line}”: the total is {stated}, the sum over the applicants {bound}{expected}",
    ),
    source=ARTICLE_50,
)
TOTALS_LEFT_BLANK = Header(
    "GD304",
    "totals-left-blank",
    Severity.NOTE,
    Message("每一行的总计都已填写", "The total of every line is filled in."),
    Message("{table}有{count}行只填了各类申请人，总计留空", "filled lines of {table} whose total is blank: {count}"),
    source=FORMS,
)


def blank_totals(case: Case) -> tuple[str, ...]:
    """The totals of table three that are blank though the line has applicants, where other totals are printed."""
    sheet = case.sheets["requests"]
    lines = [plan for plan in sheet.layout.plans if plan.identity.axis is Axis.LINE]
    if not sheet.has_gaps or not any(plan.left(sheet.numbers) != (None,) for plan in lines):
        return ()
    return tuple(
        total
        for plan in lines
        for total in plan.identity.left
        if plan.left(sheet.numbers) == (None,)
        and any(number is not None for number in plan.right(sheet.numbers))
        and case.reading(total).state in EMPTY
    )


def totals_left_blank(header: Header, case: Case) -> Iterator[Finding]:
    """One note for the table: a practice of offices that fill the total in the key lines only."""
    blank = blank_totals(case)
    if not blank:
        return
    operands = case.operands(blank)
    yield header.finding(
        verdict=Verdict.SOURCE,
        cells=blank,
        operands=operands,
        span=operands[0].span,
        subject=case.subject,
        table=table_name(case.sheets["requests"].layout.slots[0].form),
        count=len(blank),
    )


RULES: tuple[Rule, ...] = (
    ReportRule(BALANCE, broken_sums),
    ReportRule(OUTCOMES, broken_sums),
    ReportRule(LINE_TOTAL, broken_sums),
    ReportRule(TOTALS_LEFT_BLANK, totals_left_blank),
)
