"""The facts of the prose, clause by clause."""

from collections.abc import Iterator, Sequence

import regex
from attrs import define, evolve, field

from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.grid import Line
from govdisclosure.narrative.clauses import (
    Clause,
    Lead,
    change,
    is_elsewhere,
    is_of_a_channel,
    is_running,
    is_until,
    led,
    may_state_none,
    sentences,
    share_of,
    trimmed,
    without_years,
)
from govdisclosure.narrative.figures import Figure, figures
from govdisclosure.narrative.naming import (
    Named,
    cases_again,
    document_after,
    listed,
    name,
    none_of,
    result_of,
    things,
    topic_of,
)
from govdisclosure.narrative.passages import Passage, passages, year_of
from govdisclosure.narrative.sentence import FAR, Place, Said, places_in
from govdisclosure.narrative.subjects import FEE, ITEMS, Dimension, Topic
from govdisclosure.source import Source, Span

_ALL_ENDED = regex.compile(r"(?:结果)?(?:均|全部|都)(?:已)?(?:被|获|予以|为|得到)?维持(?:原(?:具体)?行政行为|原判)?")
#: Words after a figure that do not change what it counts.
_HARMLESS_TAIL = regex.compile(r"$|[、和及与并且均全都已]")
_OF_TAIL = regex.compile(r"^(?:的|是|为|系|属于|属)+")
_QUANTITY = regex.compile(r"^(?:总数量|总数|总量|数量|数|量)")
_RESPECTIVELY = regex.compile(r"(.*?)分别(?:为|是|占|收到|受理)?$")
_AMENDED = regex.compile(r"修改|修订|修正")
_DIGIT = regex.compile(r"\d")
#: Subjects that are surely counted even where the unit is left out.
_DIVIDING = frozenset({Dimension.OUTCOME, Dimension.CHANNEL, Dimension.APPLICANT, Dimension.RESULT})
_MONEY = frozenset({"元", "万元", "亿元"})


@define
class _Reader:
    """Reads one report; keeps what the sentence and the passage have said."""

    source: Source
    year: int | None
    topic: Topic | None = None
    said: Said = field(factory=Said)

    def passage(self, passage: Passage) -> Iterator[Fact]:
        """The facts of a passage."""
        if passage.is_opening:
            self.topic = None
        found = tuple(figures(passage.text))
        if not found and not may_state_none(passage.text):
            self.topic = topic_of(passage.text, self.topic)
            return
        for sentence in sentences(passage.text, found):
            text = passage.text[sentence[0].start : sentence[-1].end]
            if any(clause.figures for clause in sentence) or may_state_none(text):
                if not led(sentence[0].text)[0].is_part:  # …收到12件。其中，网上申请9件
                    self.said = Said()
                for clause in sentence:
                    yield from self._clause(passage, clause)
            else:
                self.topic = topic_of(text, self.topic)

    def _clause(self, passage: Passage, clause: Clause) -> Iterator[Fact]:
        topic = topic_of(clause.text, self.topic)
        if topic is not Topic.ELSEWHERE or not self.said.divides_requests:  # 其中，12件为咨询，5件不予公开
            self.topic = topic
        lead, phrase = led(clause.text)
        self._enter(clause)
        self.said = evolve(
            self.said.led_by(lead.scope, lead.year, is_part=lead.is_part),
            is_elsewhere=self.said.is_elsewhere or is_elsewhere(clause.text),
            is_until=self.said.is_until or is_until(clause.text),
        )
        yield from self._told(passage, clause, phrase)
        self.said = evolve(self.said, is_of_a_channel=self.said.is_of_a_channel or is_of_a_channel(clause.text))
        if clause.mark == ";":
            self.said = self.said.paused()
        elif clause.mark == ":" and not clause.figures:
            self.said = evolve(self.said, heading=clause.text)

    def _told(self, passage: Passage, clause: Clause, phrase: str) -> Iterator[Fact]:
        if not clause.figures:
            yield from self._without_figures(passage, clause, phrase)
            return
        self.said = evolve(self.said, is_none=False)
        places = places_in(passage, clause)
        many = self._respectively(places) if len(places) > 1 else ()
        if many:
            self.said = evolve(self.said, last=None)
            yield from many
            return
        for place in places:
            found = tuple(self._figure(place))
            self._remember(place, found)
            yield from found

    def _enter(self, clause: Clause) -> None:
        """Note where a bracket opens and closes."""
        if clause.is_aside and self.said.outer is None:
            self.said = self.said.opened()
        elif not clause.is_aside:
            self.said = self.said.closed(clause.start)

    def _is_ours(self) -> bool:
        """Whether the sentence speaks of the whole of the report's year, as far as it says."""
        is_other_year = self.said.year is not None and self.year is not None and self.said.year != self.year
        return not is_other_year and not self.said.is_elsewhere

    def _figure(self, place: Place) -> Iterator[Fact]:
        phrase, trail = trimmed(place.head)
        turned = change(phrase)
        if place.figure.unit == "%" or turned is not None:
            relative = self._relative(place, phrase, turned)
            if relative is not None:
                yield relative
            return
        is_whole = isinstance(place.figure.value, int) or place.figure.unit in _MONEY
        if not (is_whole and self._is_ours()):
            return
        lead, core = led(phrase)
        quantity = _QUANTITY.match(trail)
        if core == "申请" and quantity:
            core += quantity[0]
        if not _HARMLESS_TAIL.match(place.tail):
            core += _OF_TAIL.sub("", place.tail)
        yield from self._counted(place, lead, core, is_each="各" in trail or "均" in trail)

    def _counted(self, place: Place, lead: Lead, core: str, *, is_each: bool) -> Iterator[Fact]:
        figure = place.figure
        result = result_of(core) if len(self.said.cases) == 1 else None
        if result is not None:
            case = self.said.cases[0].subject
            yield self._fact(place, f"{case}.{result}", part_of=case)
            return
        named, said = self.said.certain(self._named(core, place), lead, core)
        self.said = said.led_by((named and named.scope) or lead.scope, is_part=lead.is_part)
        if named is not None:
            each = named.subjects if is_each or figure.value == 0 else (named.subject,)
            for subject in each:
                yield self._fact(place, subject, part_of=self.said.whole_of(named, lead))
        elif figure.value == 0:
            for subject in things(core, self.topic):
                yield self._fact(place, subject)

    def _named(self, core: str, place: Place) -> Named | None:
        figure = place.figure
        named = name(self._years_in_words(core), figure.unit, self.topic)
        if figure.is_lone and not (named and named.dimension in _DIVIDING):
            return None
        if named is None and self.said.counts and not place.clause.is_aside:
            named = document_after(core, self.said.counts[-1].subject)
            if named is not None and named.subject == self.said.counts[-1].subject:
                return None  # somebody else's: 县政府制发规范性文件6件，部门规范性文件15件
        if named is None or (named.subject.endswith(".issued") and _AMENDED.search(place.nearby)):
            return None
        if named.subject.startswith(ITEMS) and self._is_no_total_of_items(named):
            return None
        is_sum_of_years = self.said.is_until and is_running(place.clause.text)
        return None if is_sum_of_years and not named.subject.endswith(".in_force") else named

    def _is_no_total_of_items(self, named: Named) -> bool:
        """Whether 发布信息149条 is what the channel named before has, or 公开1件 how a request was answered."""
        total = self.said.total
        return (named.subject == ITEMS and self.said.is_of_a_channel) or (
            total is not None and total.subject.startswith("requests")
        )

    def _years_in_words(self, phrase: str) -> str:
        """A phrase with 上年 and 下年 for the years before and after the report's."""
        if self.year is None:
            return phrase
        phrase = phrase.replace(f"{self.year - 1}年", "上年").replace(f"{self.year + 1}年", "下年")
        return regex.sub(rf"{self.year}年度?", "", phrase)

    def _relative(self, place: Place, phrase: str, turned: tuple[int, str, bool] | None) -> Fact | None:
        """A share of, or a change to, the figure before it."""
        last = self.said.last
        is_of_a_rate = place.figure.unit.endswith("百分点")
        if last is None or self.said.is_elsewhere or is_of_a_rate or self._is_far(place):
            return None
        if turned is None:
            is_share = share_of(led(phrase)[1]) or (place.clause.is_aside and not phrase)
            return self._share(place, last) if is_share else None
        sign, rest, names_last_year = turned
        if rest.strip("的") or not (names_last_year or self.said.is_compared):
            return None
        self.said = evolve(self.said, is_compared=True)
        measure = Measure.GROWTH if place.figure.unit == "%" else Measure.CHANGE
        return self._fact(place, last.subject, measure, sign=sign)

    def _is_far(self, place: Place) -> bool:
        """Whether a number that is no fact stands between the last fact and the figure."""
        start, end = self.said.end, place.figure.start
        return end - start > FAR or bool(_DIGIT.search(without_years(place.passage.text[start:end])))

    def _share(self, place: Place, of: Fact) -> Fact:
        part_of = of.part_of or (self.said.total.subject if self.said.total else "")
        return self._fact(place, of.subject, Measure.SHARE, part_of=part_of)

    def _respectively(self, places: tuple[Place, ...]) -> tuple[Fact, ...]:
        """The facts of a list of things and, after 分别, a list of figures."""
        match = _RESPECTIVELY.fullmatch(places[0].head)
        if match is None or any(place.head not in {"、", "和", "及", "与"} for place in places[1:]):
            return ()
        if all(place.figure.unit == "%" for place in places):
            parts = self.said.counts[-len(places) :]
            is_of_these = len(parts) == len(places) and not match[1] and len({part.part_of for part in parts}) == 1
            return tuple(map(self._share, places, parts)) if is_of_these and parts[0].part_of else ()
        lead, core = led(match[1])
        named = listed(core, places[0].figure.unit, self.topic)
        if not self._is_ours() or len(named) != len(places):
            return ()
        return tuple(
            self._fact(place, one.subject, part_of=self.said.whole_of(one, lead), scope=lead.scope)
            for place, one in zip(places, named, strict=True)
            if one is not None
        )

    def _fact(
        self,
        place: Place,
        subject: str,
        measure: Measure | None = None,
        *,
        part_of: str = "",
        scope: str = "",
        sign: int = 1,
    ) -> Fact:
        figure = place.figure
        span = place.passage.span(figure.start, figure.end)
        return Fact(
            subject=subject,
            value=sign * figure.value,
            measure=measure or (Measure.AMOUNT if figure.unit in _MONEY or subject == FEE else Measure.COUNT),
            unit=figure.unit,
            raw=self.source.at(span),
            span=span,
            precision=figure.precision,
            scope=scope or self.said.scope,
            part_of=part_of,
            context=self.source.at(place.span),
            resolution=figure.resolution,
        )

    def _remember(self, place: Place, found: tuple[Fact, ...]) -> None:
        """Keep what later clauses refer to. A figure of unknown meaning hides the one before it."""
        counted = tuple(fact for fact in found if fact.measure in {Measure.COUNT, Measure.AMOUNT})
        if found:
            self.said = evolve(self.said, end=place.figure.end)
        if counted:
            last = counted[-1] if len(counted) == 1 else None
            is_total = last is not None and not last.part_of and not place.clause.is_aside
            total = last if is_total else self.said.total
            self.said = evolve(self.said, last=last, total=total, counts=(*self.said.counts[-9:], *counted))
        elif not found and place.figure.unit != "%":
            self.said = evolve(self.said, last=None)

    def _without_figures(self, passage: Passage, clause: Clause, phrase: str) -> Iterator[Fact]:
        if not self._is_ours():
            return
        if self.said.cases and _ALL_ENDED.fullmatch(clause.text):
            yield from self._all_upheld(passage, clause)
            return
        scope, subjects = none_of(phrase, self.topic)
        if not subjects and self.said.is_none:
            subjects = cases_again(phrase, self.topic)
        self.said = evolve(self.said, is_none=bool(subjects))
        figure = Figure(clause.end - len(phrase) + len(scope), clause.end, 0, "", Precision.EXACT, 1)
        for subject in subjects:
            yield self._fact(Place(passage, clause, figure), subject, scope=scope)

    def _all_upheld(self, passage: Passage, clause: Clause) -> Iterator[Fact]:
        end = passage.span(clause.start, clause.end).end
        for case in self.said.cases:
            span = Span(case.span.start, end)
            begin = case.span.start - max(0, case.context.find(case.raw))
            yield evolve(
                case,
                subject=f"{case.subject}.upheld",
                part_of=case.subject,
                span=span,
                raw=self.source.at(span),
                context=self.source.at(Span(begin, end)),
            )


def read_facts(lines: Sequence[Line], source: Source, year: int | None = None) -> tuple[Fact, ...]:
    """The figures of the prose whose meaning is certain, in the order of the text.

    Args:
        lines: the lines of running text, without those of tables.
        source: what the lines' spans point into; facts quote from it, so that ``source.at(fact.span) == fact.raw``.
        year: the report year, where more than the prose is known.
    """
    found = tuple(passages(lines, source))
    reader = _Reader(source, year or year_of(found))
    return tuple(fact for passage in found for fact in reader.passage(passage))
