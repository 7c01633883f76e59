"""The facts of the prose, clause by clause."""

from collections.abc import Iterator, Sequence

import regex
from attrs import define, evolve, field, frozen

from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.grid import Line
from govdisclosure.narrative.clauses import Clause, Lead, change, clauses, is_elsewhere, led, share_of, trimmed
from govdisclosure.narrative.figures import Figure, figures
from govdisclosure.narrative.naming import Named, name, none_of, result_of, topic_of
from govdisclosure.narrative.passages import Passage, passages
from govdisclosure.narrative.subjects import ANSWERED, CASES, RECEIVED, Dimension, Topic
from govdisclosure.source import Source, Span

_TITLE_YEAR = regex.compile(r"((?:19|20)\d\d)年度?[^。,]{0,20}信息公开(?:工作)?(?:年度)?(?:报告|年报)")
_ALL_ENDED = regex.compile(r"(?:均|全部|都)(?:已)?(?:被|获|予以|为|得到)*维持(?:原(?:具体)?行政行为|原判)?")
#: Words after a figure that do not change what it counts.
_HARMLESS_TAIL = regex.compile(r"$|[、和及与并且均全都已]")
_OF_TAIL = regex.compile(r"^(?:的|是|为|系|属于|属)+")


@frozen
class _Said:
    """What a sentence has said so far."""

    #: The figure that shares and changes refer to.
    last: Fact | None = None
    #: The figure that parts belong to.
    total: Fact | None = None
    #: The cases whose outcome may follow.
    cases: tuple[Fact, ...] = ()
    scope: str = ""
    #: The year that it speaks of, where it names one.
    year: int | None = None


@define
class _Reader:
    """Reads one report; keeps what the sentence and the passage have said."""

    source: Source
    year: int | None
    topic: Topic | None = None
    said: _Said = field(factory=_Said)

    def passage(self, passage: Passage) -> Iterator[Fact]:
        """The facts of a passage."""
        if passage.is_opening:
            self.topic = None
        self.said = _Said()
        for clause in clauses(passage.text, tuple(figures(passage.text))):
            yield from self._clause(passage, clause)
            if clause.ends_sentence:
                self.said = _Said()

    def _clause(self, passage: Passage, clause: Clause) -> Iterator[Fact]:
        self.topic = topic_of(clause.text, self.topic)
        lead, phrase = led(clause.text)
        if lead.year is not None or lead.scope:
            self.said = evolve(self.said, scope=lead.scope or self.said.scope, year=lead.year or self.said.year)
        if not clause.figures:
            yield from self._without_figures(passage, clause, phrase)
            return
        ends = [*(figure.start for figure in clause.figures[1:]), clause.end]
        start = clause.start
        for figure, end in zip(clause.figures, ends, strict=True):
            place = _Place(passage, clause, figure, passage.text[start : figure.start], passage.text[figure.end : end])
            found = tuple(self._figure(place))
            self._remember(place, found)
            yield from found
            start = figure.end

    def _is_ours(self, clause: Clause) -> bool:
        """Whether the clause speaks of the report's year, as far as it says."""
        other_year = self.said.year is not None and self.year is not None and self.said.year != self.year
        return not other_year and not is_elsewhere(clause.text)

    def _figure(self, place: "_Place") -> Iterator[Fact]:
        figure, last = place.figure, self.said.last
        phrase, trail = trimmed(place.head)
        lead, core = led(phrase)
        turned = change(phrase)
        if figure.unit == "%" or turned is not None:
            relative = self._relative(place, phrase, turned)
            if relative is not None and last is not None:
                yield relative
            return
        if not self._is_ours(place.clause):
            return
        if not _HARMLESS_TAIL.match(place.tail):
            core += _OF_TAIL.sub("", place.tail)
        yield from self._counted(place, lead, core, is_each="各" in trail or "均" in trail)

    def _counted(self, place: "_Place", lead: Lead, core: str, *, is_each: bool) -> Iterator[Fact]:
        figure = place.figure
        result = result_of(core) if self.said.cases else None
        if result is not None and len(self.said.cases) == 1:
            case = self.said.cases[0].subject
            yield self._fact(place, f"{case}.{result}", part_of=case)
            return
        named = name(core, figure.unit, self.topic)
        if named is None:
            return
        each = named.subjects if is_each or figure.value == 0 else (named.subject,)
        for subject in each:
            yield self._fact(place, subject, part_of=self._part_of(named, lead), scope=named.scope or lead.scope)

    def _part_of(self, named: Named, lead: Lead) -> str:
        if named.dimension is Dimension.OUTCOME:
            return ANSWERED
        if named.dimension in {Dimension.CHANNEL, Dimension.APPLICANT}:
            return self.said.total.subject if self.said.total else RECEIVED
        return self.said.total.subject if lead.is_part and self.said.total else ""

    def _relative(self, place: "_Place", phrase: str, turned: tuple[int, str, bool] | None) -> Fact | None:
        """A share of, or a change to, the figure before it."""
        last, figure = self.said.last, place.figure
        if last is None:
            return None
        if turned is None:
            is_share = share_of(phrase) or (place.clause.is_aside and not phrase)
            part_of = last.part_of or (self.said.total.subject if self.said.total else "")
            return self._fact(place, last.subject, Measure.SHARE, part_of=part_of) if is_share else None
        sign, rest, names_last_year = turned
        if rest.strip("的") or not names_last_year:
            return None
        measure = Measure.GROWTH if figure.unit == "%" else Measure.CHANGE
        return self._fact(place, last.subject, measure, sign=sign)

    def _fact(
        self,
        place: "_Place",
        subject: str,
        measure: Measure | None = None,
        *,
        part_of: str = "",
        scope: str = "",
        sign: int = 1,
    ) -> Fact:
        figure = place.figure
        span = place.passage.span(figure.start, figure.end)
        is_amount = figure.unit in {"元", "万元", "亿元"}
        return Fact(
            subject=subject,
            value=sign * figure.value,
            measure=measure or (Measure.AMOUNT if is_amount else Measure.COUNT),
            unit=figure.unit,
            raw=self.source.at(span),
            span=span,
            precision=figure.precision,
            scope=scope or self.said.scope,
            part_of=part_of,
            context=self.source.at(place.passage.span(place.clause.start, place.clause.end)),
            resolution=figure.resolution,
        )

    def _remember(self, place: "_Place", found: tuple[Fact, ...]) -> None:
        """Keep what later clauses refer to. A figure of unknown meaning hides the one before it."""
        counted = tuple(fact for fact in found if fact.measure in {Measure.COUNT, Measure.AMOUNT})
        if not counted:
            is_relative = bool(found) or place.figure.unit == "%"
            if not is_relative and not place.clause.is_aside:
                self.said = evolve(self.said, last=None)
            return
        last = counted[-1] if len(counted) == 1 else None
        cases = tuple(fact for fact in counted if fact.subject in CASES)
        total = last if last is not None and not last.part_of and not place.clause.is_aside else self.said.total
        self.said = evolve(self.said, last=last, total=total, cases=self.said.cases + cases)

    def _without_figures(self, passage: Passage, clause: Clause, phrase: str) -> Iterator[Fact]:
        if not self._is_ours(clause):
            return
        if self.said.cases and _ALL_ENDED.fullmatch(phrase):
            yield from self._all_upheld(passage, clause)
            return
        scope, subjects = none_of(phrase, self.topic)
        figure = Figure(clause.end - len(phrase) + len(scope), clause.end, 0, "", Precision.EXACT, 1)
        for subject in subjects:
            yield self._fact(_Place(passage, clause, figure, "", ""), subject, scope=scope)

    def _all_upheld(self, passage: Passage, clause: Clause) -> Iterator[Fact]:
        for case in self.said.cases:
            span = Span(case.span.start, passage.span(clause.start, clause.end).end)
            raw = self.source.at(span)
            yield evolve(case, subject=f"{case.subject}.upheld", part_of=case.subject, span=span, raw=raw, context=raw)


@frozen
class _Place:
    """A figure with the words around it."""

    passage: Passage
    clause: Clause
    figure: Figure
    #: The words between the figure before it, or the beginning of the clause, and the figure.
    head: str
    #: The words between the figure and the next, or the end of the clause.
    tail: str


def _year_of(texts: Sequence[str]) -> int | None:
    return next((int(match[1]) for text in texts if (match := _TITLE_YEAR.search(text))), None)


def read_facts(lines: Sequence[Line], source: Source) -> tuple[Fact, ...]:
    """The figures of the prose whose meaning is certain, in the order of the text.

    Args:
        lines: the lines of running text, without those of tables.
        source: what the lines' spans point into; facts quote from it, so that ``source.at(fact.span) == fact.raw``.
    """
    found = tuple(passages(lines, source))
    reader = _Reader(source, _year_of([passage.text for passage in found]))
    return tuple(fact for passage in found for fact in reader.passage(passage))
