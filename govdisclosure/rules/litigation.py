"""Table four: the totals of its groups (GD401)."""

from govdisclosure.catalogue import ARTICLE_50, Header
from govdisclosure.finding import Message, Severity
from govdisclosure.rules.kinds import ReportRule, Rule
from govdisclosure.rules.sums import broken_sums

GROUP_TOTAL = Header(
    "GD401",
    "group-total",
    Severity.ERROR,
    Message("每一组：总计等于各种结果之和", "In every group, the total is the sum of the results."),
    Message(
        "“{line}”：总计为{stated}，各种结果之和为{bound}{expected}",
        "“{line}”: the total is {stated}, the sum of the results {bound}{expected}",
    ),
    source=ARTICLE_50,
)

RULES: tuple[Rule, ...] = (ReportRule(GROUP_TOTAL, broken_sums),)
