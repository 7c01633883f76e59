"""Functions of a text that keep what they said: labels and numbers come again and again, prose does not."""

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

#: Longer texts are looked at anew each time: what a page holds must not stay in memory after it.
LONGEST: Final = 200
_KEPT: Final = 8192

_Result = TypeVar("_Result")


class _Memory(dict[str, _Result]):
    """What a function said of each short text that is in use; looking it up is most of what reading a page takes."""

    def __init__(self, function: Callable[[str], _Result]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> _Result:
        said = self._function(text)
        if len(text) <= LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = said
        return said


def remembered(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
    """The function, which computes its result once for each short text that is in use."""
    memory = _Memory(function)

    @wraps(function)
    def remembering(text: str) -> _Result:
        return memory[text]

    return remembering
