"""`check`: the findings of all rules about one report, or about the reports of several years."""

from collections.abc import Iterable, Iterator
from itertools import chain

from govdisclosure.errors import UnknownRule
from govdisclosure.finding import Finding
from govdisclosure.parsed import Parsed
from govdisclosure.report import Report
from govdisclosure.rules import RULES
from govdisclosure.rules.kinds import Case, ReportRule, Rule


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that are selected and not ignored, in the order of the codes.

    Args:
        select: codes, prefixes of codes (``GD3``) or names of rules; all rules if empty.
        ignore: likewise; it outweighs ``select``.

    Raises:
        UnknownRule: if a selector fits no rule.
    """
    wanted = frozenset(chain.from_iterable(map(_codes, select))) or frozenset(rule.code for rule in RULES)
    unwanted = frozenset(chain.from_iterable(map(_codes, ignore)))
    return tuple(rule for rule in RULES if rule.code in wanted - unwanted)


def _codes(selector: str) -> tuple[str, ...]:
    found = tuple(rule.code for rule in RULES if selector and (rule.code.startswith(selector) or rule.name == selector))
    if not found:
        raise UnknownRule(selector)
    return found


def check(
    subject: Parsed | Report | Iterable[Parsed | Report], *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """The findings about a report; of several reports of one agency, those between the years as well.

    Args:
        subject: a report, parsed or written by hand, or several. Of a parsed one, what the reader noticed comes first.
        select: codes, prefixes of codes (``GD3``) or names of rules; all rules if empty.
        ignore: likewise; it outweighs ``select``.

    Returns:
        The findings by subject, then in print order, then by code. What cannot be assessed is no finding; see
        `summary` for how much that is.

    Raises:
        UnknownRule: if a selector fits no rule.
    """
    rules = chosen(select, ignore)
    subjects = (subject,) if isinstance(subject, Parsed | Report) else tuple(subject)
    cases = tuple(Case.of(one) for one in subjects)
    return tuple(chain.from_iterable(_of_one(case, rules) for case in cases))


def _of_one(case: Case, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    codes = {rule.code for rule in rules}
    if case.parsed is not None:
        yield from (finding for finding in case.parsed.findings if finding.code in codes)
    for rule in rules:
        if isinstance(rule, ReportRule):
            yield from rule.find(rule.header, case)
