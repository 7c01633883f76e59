"""Shares and growth rates of the prose against what they are computed from (GD607)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from attrs import frozen

from govdisclosure.catalogue import ARTICLE_50, Header
from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.names import subject_name
from govdisclosure.reading import Reading
from govdisclosure.rules.conventions import ANSWERED, CARRIED_IN, RECEIVED, Ledger, known_sum
from govdisclosure.rules.judging import verdict_of
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.narrative import figure_of, in_scope, scope_words, shortened
from govdisclosure.rules.scopes import Extent, extent

PROPORTIONS = Header(
    "GD607",
    "narrative-proportions",
    Severity.WARNING,
    Message(
        "正文中的占比、增减幅度与计算它的数字一致（四舍五入或截尾均可）",
        "The shares and growth rates of the prose are those of the numbers they are computed from, rounded or cut.",
    ),
    Message(
        "正文“{context}”：{what}的{kind}为{stated}%，按数字计算为{expected}%{scope}",
        "the prose (“{context}”): the {kind} of {what} is {stated} %, computed it is {expected} %{scope}",
    ),
    source=ARTICLE_50,
)
_KINDS = {Measure.SHARE: Message("占比", "share"), Measure.GROWTH: Message("增减幅度", "growth")}
#: What a share of requests may be a share of: the answered, the new, the new with those carried in.
_TOTALS = ((ANSWERED,), (RECEIVED,), (RECEIVED, CARRIED_IN))


@frozen
class _Quotient:
    """What a percentage may have been computed from."""

    value: Fraction
    figures: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()


#: In percent.
_ALL = 100


def _is_printed_as(value: Fraction, fact: Fact) -> bool:
    """Whether a quotient, in percent, may be printed as a figure: rounded, or cut."""
    printed, place = Fraction(fact.value), Fraction(fact.resolution)
    distance = (value - printed) * (1 if printed >= 0 else -1)
    if fact.precision is Precision.EXACT:
        return -place / 2 <= distance < place
    return -max(place, abs(printed) / 10) <= distance <= max(place, abs(printed) / 10)


def _is_bent(value: Fraction, share: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a share was rounded the other way so that it makes 100 with those beside it: 82.4, 16.3 and 1.3."""
    block = share.subject.rpartition(".")[0]
    beside = {
        fact.subject: fact.value
        for fact in facts
        if fact.measure is Measure.SHARE and (fact.part_of, fact.subject.rpartition(".")[0]) == (share.part_of, block)
    }
    is_near = abs(value - Fraction(share.value)) < Fraction(share.resolution)
    return is_near and sum(map(Fraction, beside.values())) == _ALL


def _of_cells(ledger: Ledger, fact: Fact) -> Iterator[_Quotient]:
    """Quotients of sums of cells."""
    ways = (((fact.part_of,),) if fact.part_of else ()) + (_TOTALS if fact.subject.startswith("requests.") else ())
    parts = ledger.conventions(fact.subject)
    wholes = [_sum_of_first(ledger, names) for names in dict.fromkeys(ways)] if parts else []
    for part in parts:
        for whole in wholes:
            yield from _quotient(part.readings, whole)


def _sum_of_first(ledger: Ledger, names: Sequence[str]) -> tuple[Reading, ...]:
    """The cells of several subjects, each counted in its likeliest way; empty where one has no cells."""
    found = [ledger.conventions(name)[:1] for name in names]
    return tuple(reading for ways in found for way in ways for reading in way.readings) if all(found) else ()


def _quotient(part: Sequence[Reading], whole: Sequence[Reading]) -> Iterator[_Quotient]:
    upper, lower = known_sum(part), known_sum(whole)
    if upper is not None and lower:
        yield _Quotient(Fraction(100 * upper, lower), readings=(*part, *whole))


_NEAR = 300  # figures; more than a report has


def _of_figures(facts: Sequence[Fact], place: int) -> Iterator[_Quotient]:
    """Quotients of figures of the prose: the part that the share follows, and each total it may be part of."""
    fact = facts[place]
    facts = facts[max(0, place - _NEAR) : place + _NEAR]
    before = [one for one in facts if one.span.start < fact.span.start and _is_count(one)]
    part = next((one for one in reversed(before) if one.subject == fact.subject), None)
    if part is None:
        return
    for whole in facts:
        if whole.subject == fact.part_of and _is_count(whole) and whole.value:
            yield _Quotient(_percent(part, whole), (part, whole))


def _percent(part: Fact, whole: Fact) -> Fraction:
    return 100 * Fraction(part.value) / Fraction(whole.value)


def _is_count(fact: Fact) -> bool:
    return fact.measure is Measure.COUNT and fact.precision is Precision.EXACT and fact.resolution == 1


def _growth(facts: Sequence[Fact], place: int) -> Iterator[_Quotient]:
    """The growth that a count and its change in units make, where the prose gives both beside the rate."""
    fact = facts[place]
    near = [one for one in facts[max(0, place - 3) : place + 3] if one.subject == fact.subject]
    count = next((one for one in reversed(near) if _is_count(one) and one.span.start < fact.span.start), None)
    changed = next((one for one in near if one.measure is Measure.CHANGE and one.precision is Precision.EXACT), None)
    if count is not None and changed is not None and count.value != changed.value:
        before = Fraction(count.value) - Fraction(changed.value)
        yield _Quotient(100 * Fraction(changed.value) / before, (count, changed))


def wrong_proportions(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each share and growth rate that no numbers give."""
    facts, ledger, seen = case.facts, Ledger(case), set()
    for place, fact in enumerate(facts):
        if fact.measure not in _KINDS or extent(fact.scope, case.report.agency) is Extent.FOREIGN:
            continue
        quotients = _quotients(ledger, facts, place)
        key = (fact.subject, fact.measure, fact.value)
        is_fit = any(_is_printed_as(one.value, fact) or _is_bent(one.value, fact, facts) for one in quotients)
        if quotients and key not in seen and not is_fit:
            seen.add(key)
            yield _finding(header, case, fact, quotients[0])


def _quotients(ledger: Ledger, facts: Sequence[Fact], place: int) -> tuple[_Quotient, ...]:
    if facts[place].measure is Measure.GROWTH:
        return tuple(_growth(facts, place))
    return tuple(_of_cells(ledger, facts[place])) or tuple(_of_figures(facts, place))


def _rounded(value: Fraction, fact: Fact) -> Decimal:
    """A quotient with as many decimals as the figure, half up."""
    return Decimal(floor(value / Fraction(fact.resolution) + Fraction(1, 2))) * Decimal(fact.resolution)


def _finding(header: Header, case: Case, fact: Fact, expected: _Quotient) -> Finding:
    cells = tuple(reading.address for reading in expected.readings)
    finding = header.finding(
        verdict=verdict_of(expected.readings),
        cells=cells,
        stated=fact.value,
        expected=_rounded(expected.value, fact),
        operands=(figure_of(fact), *map(figure_of, expected.figures), *case.operands(cells)),
        span=fact.span,
        subject=case.subject,
        context=shortened(fact.context),
        what=subject_name(fact.subject),
        kind=_KINDS[fact.measure],
        scope=scope_words(fact, case.report.agency),
    )
    return in_scope(finding, fact, case.report.agency)


RULES: tuple[Rule, ...] = (ReportRule(PROPORTIONS, wrong_proportions),)
