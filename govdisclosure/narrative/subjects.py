"""What figures of the prose count: the kind of thing that a subject is, and its names."""

from enum import Enum, auto
from functools import cached_property

from attrs import frozen

from govdisclosure.narrative.fitting import Wording


class Topic(Enum):
    """What a passage speaks of."""

    REQUESTS = auto()
    CASES = auto()
    DISCLOSURE = auto()
    FEES = auto()
    #: Something that uses the same words: proposals of deputies, letters of citizens, hotlines.
    ELSEWHERE = auto()


class Dimension(Enum):
    """What a subject is one of; figures of one dimension are parts of one total, or may be named together."""

    OUTCOME = auto()
    #: The reason of an outcome.
    REASON = auto()
    CHANNEL = auto()
    APPLICANT = auto()
    CASES = auto()
    #: How cases ended.
    RESULT = auto()
    DOCUMENTS = auto()


REQUESTS = "requests"
RECEIVED = "requests.received"
CARRIED_IN = "requests.carried_in"
CARRIED_OUT = "requests.carried_out"
ANSWERED = "requests.outcomes.total"
#: What was accepted of the requests received, where a sentence gives both: 收到申请20件，受理18件.
ACCEPTED = "requests_accepted"
RECONSIDERATION = "review_and_litigation.reconsideration"
LITIGATION = "review_and_litigation.litigation"
FEE = "processing_fee"
#: What was disclosed in all; by one channel, with its name behind a point.
ITEMS = "disclosed_items"
#: The subjects that cases are counted under.
CASES = frozenset({RECONSIDERATION, LITIGATION})


@frozen
class Subject:
    """Something that prose counts."""

    #: The address of a line, group or cell of a form, or a name that no form has.
    name: str
    #: Regular expressions; one of them must fit the whole phrase.
    wordings: tuple[str, ...]
    units: frozenset[str]
    #: What the passage must speak of; empty if the wordings say enough.
    topics: frozenset[Topic] = frozenset()
    dimension: Dimension | None = None
    #: A regular expression for the thing itself, where reports say that there was none of it; empty if they do not.
    noun: str = ""

    @cached_property
    def _fitted(self) -> tuple[Wording, ...]:
        return tuple(map(Wording, self.wordings))

    @cached_property
    def _thing(self) -> Wording:
        return Wording(self.noun)

    def is_worded(self, phrase: str) -> bool:
        """Whether the whole of a phrase is a wording for it."""
        return any(wording.fits(phrase) for wording in self._fitted)

    def is_thing(self, phrase: str) -> bool:
        """Whether the whole of a phrase is the noun for the thing itself."""
        return bool(self.noun) and self._thing.fits(phrase)
