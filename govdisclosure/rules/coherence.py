"""The prose against itself: parts against their total, one total against another (GD608)."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from govdisclosure.catalogue import ARTICLE_50, Header
from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.names import subject_name
from govdisclosure.reading import Number
from govdisclosure.rules.conventions import ANSWERED, CARRIED_IN, RECEIVED
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.narrative import figure_of, shortened

COHERENCE = Header(
    "GD608",
    "narrative-coherence",
    Severity.WARNING,
    Message("正文中的数字不互相矛盾", "The figures of the prose do not contradict each other."),
    Message(
        "正文“{context}”：{what}{how}为{stated}，总数为{expected}",
        "the prose (“{context}”): {how}{what} is {stated}, the total is {expected}",
    ),
    source=ARTICLE_50,
)
_SUM = Message("各部分之和", "the sum of the parts of ")
_AGAIN = Message("另一处", "in another place ")
#: Figures whose subjects begin so divide one total in one way.
_DIVISIONS = ("requests_by_channel.", "requests.outcomes.", f"{RECEIVED}.")
#: Endings of the subjects that, together, leave nothing out.
_COMPLETE = (
    frozenset(
        f"requests.outcomes.{name}"
        for name in ["granted", "granted_in_part", "refused", "unavailable", "not_processed", "other"]
    ),
    frozenset({f"{RECEIVED}.natural_person", f"{RECEIVED}.organizations"}),
)


@frozen
class _Division:
    """A total of the prose with the parts that the prose gives of it."""

    total: Fact
    parts: tuple[Fact, ...]
    #: What the prose says was carried in: it may be in the total and in none of the parts, or the other way round.
    carried: frozenset[Number]

    @property
    def sum(self) -> Number:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)

    @property
    def is_complete(self) -> bool:
        """Whether the parts leave nothing out."""
        names = frozenset(name for part in self.parts for name in part.subject.split("+"))
        return any(names == complete for complete in _COMPLETE)

    @property
    def is_wrong(self) -> bool:
        """Whether the parts are more than the total, or are all of them and less."""
        missing = self.total.value - self.sum
        return abs(missing) not in self.carried and (missing < 0 or (missing > 0 and self.is_complete))


def _is_exact_count(fact: Fact) -> bool:
    return fact.measure is Measure.COUNT and fact.precision is Precision.EXACT and fact.resolution == 1


def _division_of(fact: Fact) -> str:
    return next((name for name in _DIVISIONS if fact.subject.startswith(name) and fact.subject != ANSWERED), "")


def _divisions(facts: Sequence[Fact]) -> Iterator[_Division]:
    """Each run of parts with the total before it. A subject that comes again begins a new run."""
    totals: dict[str, Fact] = {}
    carried = _carried(facts)
    run: list[Fact] = []
    for fact in facts:
        division = _division_of(fact)
        continues = run and division == _division_of(run[0]) and fact.part_of == run[0].part_of
        if run and not (continues and fact.subject not in {part.subject for part in run}):
            yield from _closed(run, totals, carried)
            run = []
        if division:
            run.append(fact)
        elif not fact.part_of:
            totals[fact.subject] = fact
    yield from _closed(run, totals, carried)


def _carried(facts: Iterable[Fact]) -> frozenset[Number]:
    return frozenset(fact.value for fact in facts if fact.subject == CARRIED_IN)


def _closed(run: Sequence[Fact], totals: dict[str, Fact], carried: frozenset[Number]) -> Iterator[_Division]:
    total = totals.get(run[0].part_of) if run else None
    if total is not None and all(part.scope == total.scope for part in run):
        yield _Division(total, tuple(run), carried)


def _restated(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Totals of one subject and scope that are given twice and differ."""
    carried = _carried(facts)
    first: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if fact.part_of or not fact.subject.startswith(("requests.", "review_and_litigation.")):
            continue
        before = first.setdefault((fact.subject, fact.scope), fact)
        is_other_way = fact.subject == RECEIVED and abs(fact.value - before.value) in carried
        if fact.value != before.value and not is_other_way:
            yield before, fact


def incoherent(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each total of the prose that its parts, or another mention of it, contradict."""
    facts = tuple(fact for fact in case.facts if _is_exact_count(fact))
    for division in _divisions(facts):
        if division.is_wrong:
            yield _finding(header, case, (division.total, *division.parts), division.sum, _SUM)
    for first, second in _restated(facts):
        yield _finding(header, case, (first, second), second.value, _AGAIN)


def _finding(header: Header, case: Case, facts: tuple[Fact, ...], stated: Number, how: Message) -> Finding:
    total, *_, last = facts
    return header.finding(
        verdict=Verdict.SOURCE,
        stated=stated,
        expected=total.value,
        operands=tuple(map(figure_of, facts)),
        span=last.span,
        subject=case.subject,
        context=shortened(last.context),
        what=subject_name(total.subject),
        how=how,
    )


RULES: tuple[Rule, ...] = (ReportRule(COHERENCE, incoherent),)
