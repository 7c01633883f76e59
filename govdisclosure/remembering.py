"""Functions of a text that keep what they said: labels and numbers come again and again, prose does not."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

#: Longer texts are looked at anew each time: what a page holds must not stay in memory after it.
LONGEST: Final = 200
_KEPT: Final = 8192

_Result = TypeVar("_Result")


def remembered(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
    """The function, which computes its result once for each short text that is in use."""
    kept = lru_cache(maxsize=_KEPT)(function)

    @wraps(function)
    def remembering(text: str) -> _Result:
        return kept(text) if len(text) <= LONGEST else function(text)

    return remembering
