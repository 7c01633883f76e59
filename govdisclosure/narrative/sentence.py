"""What a sentence has said so far, and a figure with the words around it."""

import regex
from attrs import evolve, frozen

from govdisclosure.fact import Fact
from govdisclosure.narrative.clauses import LONGEST_PHRASE, Clause, Lead
from govdisclosure.narrative.figures import Figure
from govdisclosure.narrative.naming import Named, is_bare, is_of_others
from govdisclosure.narrative.passages import Passage
from govdisclosure.narrative.subjects import (
    ACCEPTED,
    ANSWERED,
    CARRIED_IN,
    CARRIED_OUT,
    CASES,
    LITIGATION,
    RECEIVED,
    REQUESTS,
    Dimension,
)
from govdisclosure.source import Span

_WHO_AND_HOW = frozenset({Dimension.CHANNEL, Dimension.APPLICANT})
_CARRIED = frozenset({CARRIED_IN, CARRIED_OUT})
_NOT_RECEIVED = regex.compile("结转|办结|答复|复议|诉讼")
_MARK = regex.compile(r"[,。;:!?()]")
#: How far around a figure words are looked for that change what it counts.
NEAR = 40
#: A share or a change this far behind a figure is not of it.
FAR = 120


@frozen
class Place:
    """A figure with the words around it."""

    passage: Passage
    clause: Clause
    figure: Figure
    #: The words between the figure before it, or the beginning of the clause, and the figure.
    head: str = ""
    #: The words between the figure and the next, or the end of the clause.
    tail: str = ""

    @property
    def nearby(self) -> str:
        """The words around the figure that may change what it counts."""
        return self.passage.text[max(0, self.figure.start - NEAR) : self.figure.end + NEAR]

    @property
    def span(self) -> Span:
        """The place in the source of the clause of the figure; of a long list, of what is near the figure."""
        is_led = self.figure.start == self.clause.start and self.head  # by the words before a colon
        begin = self.clause.start - 1 - len(self.head) if is_led else self.clause.start
        start = max(begin, self.figure.start - FAR, 0)
        return self.passage.span(start, min(self.clause.end, self.figure.end + FAR))


@frozen
class Said:
    """What a sentence has said so far."""

    #: The figure that shares and changes refer to.
    last: Fact | None = None
    #: The figure that parts belong to.
    total: Fact | None = None
    #: The counts of the sentence.
    counts: tuple[Fact, ...] = ()
    scope: str = ""
    #: The scope outside of what is told of parts (其中…).
    whole_scope: str = ""
    #: Whether parts of a total are being told.
    is_in_part: bool = False
    #: Whether bare words (受理, 办结) speak of something else than requests.
    is_of_others: bool = False
    #: Whether it has named one channel of publication: a website, an account.
    is_of_a_channel: bool = False
    #: Whether it counts up to a day, from nobody knows when.
    is_until: bool = False
    #: The words before the last colon that no figure stands before: 结转：自然人10件.
    heading: str = ""
    #: The year that it speaks of, where it names one.
    year: int | None = None
    #: Whether it speaks of another period, of plans, or of one field only.
    is_elsewhere: bool = False
    #: Whether the clause before said that there was none of something.
    is_none: bool = False
    #: Whether it has compared with last year.
    is_compared: bool = False
    #: What was said before the bracket that it is in; None outside of brackets.
    outer: "Said | None" = None
    #: Where in the passage the last figure of known meaning ends.
    end: int = 0

    @property
    def cases(self) -> tuple[Fact, ...]:
        """The cases whose outcome may follow."""
        return tuple(fact for fact in self.counts if fact.subject in CASES)

    @property
    def divides_requests(self) -> bool:
        """Whether parts of the requests are being told."""
        return self.is_in_part and self.total is not None and self.total.subject.startswith(REQUESTS)

    def led_by(self, scope: str, year: int | None = None, *, is_part: bool = False) -> "Said":
        """What is said when the next words name a scope, a year, or that parts follow."""
        is_in_part = self.is_in_part or is_part
        whole = self.whole_scope if is_in_part else scope or self.whole_scope
        return evolve(self, scope=scope or self.scope, whole_scope=whole, year=year or self.year, is_in_part=is_in_part)

    def paused(self) -> "Said":
        """What holds behind a semicolon: the parts of a total have been told."""
        return evolve(self, scope=self.whole_scope, is_in_part=False)

    def opened(self) -> "Said":
        """What holds in a bracket: what stands there is part of the figure before it."""
        return self if self.last is None else evolve(self, outer=self)

    def closed(self, end: int) -> "Said":
        """What holds behind a bracket that ends there: scope and year within it were its own."""
        if self.outer is None:
            return self
        before = self.outer
        return evolve(before, counts=self.counts, is_compared=self.is_compared, end=end)

    def is_of_the_new(self, named: Named, lead: Lead) -> bool:
        """Whether who asked, and how, is surely told of the new requests, not of those carried over or answered.

        收到9件，上年结转1件，其中网上5件: how the requests came is told of the new; who asked, of nobody knows which.
        """
        is_part = lead.is_part or self.is_in_part
        total = self.total.subject if self.total is not None and is_part else ""
        told_of = {CARRIED_OUT} if named.dimension is Dimension.CHANNEL else _CARRIED
        return total not in told_of and _NOT_RECEIVED.search(self.heading) is None

    def certain(self, named: Named | None, lead: Lead, core: str) -> "tuple[Named | None, Said]":
        """What a phrase names for certain, seen from what was said before; and what holds behind it.

        Args:
            named: what it names by itself.
            lead: what the words before it say.
            core: the phrase.
        """
        if named is None:
            is_other = is_of_others(core) and not self.divides_requests
            return None, evolve(self, is_of_others=self.is_of_others or is_other)
        if named.dimension in _WHO_AND_HOW and not self.is_of_the_new(named, lead):
            return None, self
        is_of_requests = named.subject.startswith(REQUESTS)
        if is_of_requests and is_bare(core) and self.is_of_others:
            return None, self
        tells = named.subject in CASES or (is_of_requests and not is_bare(core))
        return self._unrepeated(named, lead, core), evolve(
            self, is_of_others=named.subject in CASES if tells else self.is_of_others
        )

    def _unrepeated(self, named: Named, lead: Lead, core: str) -> Named | None:
        """What 受理18件 names behind 收到20件: the accepted; nothing where nobody knows how the two differ."""
        scope = named.scope or lead.scope or self.scope
        again = any(fact.subject == RECEIVED and fact.scope == scope for fact in self.counts)
        if named.subject != RECEIVED or not again or lead.is_part:
            return named
        return evolve(named, subject=ACCEPTED) if "受理" in core else None

    def whole_of(self, named: Named, lead: Lead) -> str:
        """The subject of the total that a figure is a part of; an empty string where it is none."""
        if self.outer is not None and self.outer.last is not None:
            return self.outer.last.subject
        group = _group(named.subject)
        if lead.is_part and self.last is not None and self.last.part_of and _group(self.last.subject) == group:
            return self.last.subject  # a part of a part: 网上申请7件，其中电子邮件5件
        total = self.total.subject if self.total is not None else ""
        is_part = lead.is_part or (self.is_in_part and group == total)
        return _whole_by_kind(named, total) or (total if is_part else "")


def _group(subject: str) -> str:
    return subject.rpartition(".")[0]


def _whole_by_kind(named: Named, total: str) -> str:
    """The total of things of this kind, whatever the sentence says; an empty string where there is none."""
    group = _group(named.subject)
    match named.dimension:
        case Dimension.CHANNEL | Dimension.APPLICANT:
            return total if total.startswith(REQUESTS) and total not in _CARRIED else RECEIVED
        case Dimension.OUTCOME:
            return ANSWERED
        case Dimension.RESULT | Dimension.REASON:
            return LITIGATION if group.startswith(LITIGATION) else group
        case _:
            return RECEIVED if named.subject == ACCEPTED else ""


def _before_colon(text: str, start: int) -> str:
    """The words before a colon that a figure follows: 申请总数：15件."""
    is_led = start > 0 and text[start - 1] == ":"
    return _MARK.split(text[max(0, start - 1 - LONGEST_PHRASE) : start - 1])[-1] if is_led else ""


def places_in(passage: Passage, clause: Clause) -> tuple[Place, ...]:
    """The figures of a clause with the words around them."""
    text, start, found = passage.text, clause.start, []
    ends = [*(figure.start for figure in clause.figures[1:]), clause.end]
    for figure, end in zip(clause.figures, ends, strict=True):
        head = text[start : figure.start] or _before_colon(text, start)
        found.append(Place(passage, clause, figure, head, text[figure.end : end]))
        start = figure.end
    return tuple(found)
