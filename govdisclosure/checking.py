"""`check`: the findings of all rules about one report, the reports of several years, or a body and its members."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from govdisclosure.catalogue import READING
from govdisclosure.editions import TABLES, tables_named
from govdisclosure.errors import UnknownRule, require
from govdisclosure.fault import Fault
from govdisclosure.finding import Finding
from govdisclosure.form import form_of, slots
from govdisclosure.parsed import Parsed
from govdisclosure.recovery import locate
from govdisclosure.report import Report
from govdisclosure.rules import RULES
from govdisclosure.rules.bodies import body_name
from govdisclosure.rules.faults import with_culprits
from govdisclosure.rules.judging import Judgement
from govdisclosure.rules.kinds import Case, FaultRule, Members, MembersRule, ReportRule, Rule, Series, SeriesRule
from govdisclosure.rules.sums import unassessed_sums
from govdisclosure.states import State
from govdisclosure.summary import Summary, summary

__all__ = ["Summary", "check", "check_members", "check_series", "chosen", "summary", "unassessed"]


def chosen(select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that are selected and not ignored, in the order of the codes.

    Args:
        select: codes, prefixes of codes (``GD3``) or names of rules, in any case; all rules if empty. A text is one.
        ignore: likewise; it outweighs ``select``.

    Raises:
        UnknownRule: if a selector fits no rule.
    """
    wanted = frozenset(chain.from_iterable(map(_codes, _selectors(select)))) or _all_codes()
    unwanted = frozenset(chain.from_iterable(map(_codes, _selectors(ignore))))
    return tuple(rule for rule in RULES if rule.code in wanted and rule.code not in unwanted)


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(rule.code for rule in RULES)


def _selectors(given: str | Iterable[str]) -> Iterable[str]:
    return (given,) if isinstance(given, str) else given


def _codes(selector: str) -> tuple[str, ...]:
    require(selector, str, "text selects a rule")
    code, name = selector.upper(), selector.lower()
    found = tuple(rule.code for rule in RULES if selector and (rule.code.startswith(code) or rule.name == name))
    if not found:
        raise UnknownRule(selector)
    return found


def check(
    subject: Parsed | Report | Iterable[Parsed | Report],
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> tuple[Finding, ...]:
    """The findings about a report; about several reports of one agency, those between the years as well.

    Args:
        subject: a report, parsed or written by hand, or several. Of a parsed one, what the reader noticed comes first.
        select: codes, prefixes of codes (``GD3``) or names of rules, in any case; all rules if empty. A text is one.
        ignore: likewise; it outweighs ``select``.

    Returns:
        The findings by report, in print order, then by code. What cannot be assessed is no finding: see `unassessed`.

    Raises:
        TypeError: if something is no report.
        UnknownRule: if a selector fits no rule.
    """
    rules = chosen(select, ignore)
    cases = _cases(subject)
    return _in_order([*(finding for case in cases for finding in _of_one(case, rules)), *_of_series(cases, rules)])


def check_series(
    subjects: Iterable[Parsed | Report], *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> tuple[Finding, ...]:
    """The findings between the years alone: what `check` adds where it is given several reports.

    Args:
        subjects: reports of any number of agencies; those of one agency are compared.
        select: codes, prefixes of codes or names of rules; all rules if empty.
        ignore: likewise; it outweighs ``select``.

    Raises:
        TypeError: if something is no report.
        UnknownRule: if a selector fits no rule.
    """
    rules = chosen(select, ignore)
    return _in_order(list(_of_series(_cases(subjects), rules)))


def check_members(
    parent: Parsed | Report,
    members: Iterable[Parsed | Report],
    *,
    complete: bool = True,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> tuple[Finding, ...]:
    """The findings between a consolidated report and the reports of the bodies that it takes in.

    Args:
        parent: the consolidated report.
        members: the reports that it sums up. One of another year than the parent's counts as missing.
        complete: whether these are all of the bodies; if not, the parent's numbers may be greater than the sums.
        select: codes, prefixes of codes or names of rules; all rules if empty.
        ignore: likewise; it outweighs ``select``.

    Raises:
        TypeError: if something is no report.
        UnknownRule: if a selector fits no rule.
    """
    (whole,) = _cases((parent,))
    cases = _cases(members)
    same_year = tuple(case for case in cases if case.report.year in {None, whole.report.year})
    body = Members(same_year, is_complete=complete and len(same_year) == len(cases))
    rules = (rule for rule in chosen(select, ignore) if isinstance(rule, MembersRule))
    return _in_order([finding for rule in rules for finding in rule.find(rule.header, whole, body)])


def unassessed(subject: Parsed | Report | Iterable[Parsed | Report]) -> tuple[Finding, ...]:
    """The sums that an operand is missing for, with verdict NOT_ASSESSABLE: neither passed nor failed."""
    cases = _cases(subject)
    rules = (rule for rule in RULES if rule.formulas)
    found = [finding for rule in rules for case in cases for finding in unassessed_sums(rule.header, case)]
    return _in_order(found)


def _cases(subject: Parsed | Report | Iterable[Parsed | Report]) -> tuple[Case, ...]:
    subjects = (subject,) if isinstance(subject, Parsed | Report) or not isinstance(subject, Iterable) else subject
    subjects = tuple(subjects)
    for one in subjects:
        require(one, Parsed | Report, "a Report or a Parsed is checked")
    return tuple(map(Case.of, subjects))


def _of_one(case: Case, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    if case.parsed is not None and case.parsed.findings:
        codes = {rule.code for rule in rules}
        yield from (finding for finding in case.parsed.findings if finding.code in codes)
    faults = _faults(case)
    for rule in rules:
        if isinstance(rule, ReportRule):
            yield from with_culprits(rule.find(rule.header, case), case, faults)
        elif isinstance(rule, FaultRule):
            yield from rule.find(rule.header, case, faults)


def _faults(case: Case) -> tuple[Fault, ...]:
    """What most likely broke the sums of a report's tables, told from what it prints: numbers and empty cells."""
    if not any(judged.judgement is Judgement.BROKEN for judged in case.unmet):
        return ()
    readings = [case.reading(address) for address in case.addresses]
    printed = {reading.address: reading.value for reading in readings if reading.state in _PRINTED}
    tables = (case.report.requests, case.report.review_and_litigation)
    return tuple(fault for table in tables for fault in locate(printed, type(table)))


def _of_series(cases: tuple[Case, ...], rules: tuple[Rule, ...]) -> Iterator[Finding]:
    if len(cases) < 2:  # noqa: PLR2004  # one report has no other to be compared with
        return
    for group in _by_body(cases):
        series = Series.of(group)
        for rule in rules:
            if isinstance(rule, SeriesRule):
                yield from rule.find(rule.header, series)


def _by_body(cases: tuple[Case, ...]) -> Iterable[list[Case]]:
    """The reports of each body. One that does not name its agency belongs to the one that all others name, if any."""
    bodies: dict[str, list[Case]] = {}
    nameless = [case for case in cases if case.report.agency is None]
    for case in cases:
        if case.report.agency is not None:
            bodies.setdefault(body_name(case.report.agency), []).append(case)
    if len(bodies) > 1:
        return bodies.values()
    return ([*chain.from_iterable(bodies.values()), *nameless],)


#: The states in which the source says what stands in a cell.
_PRINTED = frozenset({State.STATED, State.BLANK, State.DASH})

#: The codes of what is noticed in reading.
_READING = frozenset(header.code for header in READING)


@cache
def _print_order() -> dict[str, int]:
    """The place of every cell of every form, table by table, the newest edition's form first."""
    names = dict.fromkeys(form_of(table).name for table in TABLES)
    cells = (slot.address for name in names for table in reversed(tables_named(name)) for slot in slots(table))
    return {address: place for place, address in enumerate(dict.fromkeys(cells))}


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """By report, what the reader noticed first, then in print order, then by code."""
    order = _print_order()

    def key(finding: Finding) -> tuple[str, bool, int, str]:
        place = order.get(finding.cells[0], -1) if finding.cells else -1
        return finding.subject, finding.code not in _READING, place, finding.code

    return tuple(sorted(findings, key=key))
