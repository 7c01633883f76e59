"""Running text made comparable, with the way back to what is printed and to where it stands."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

import regex
from attrs import frozen

from govdisclosure.grid import Line
from govdisclosure.source import Span
from govdisclosure.wording import fold

# Mirrors that convert to traditional characters put the sound behind them: 數(shù)量.
_SOUND = r"(?<=\p{Han})[(（]\p{Latin}{1,7}[)）]"
_SOUNDS = regex.compile(_SOUND)
_SOUND_OR_SPACE = regex.compile(rf"{_SOUND}|[\s\p{{Cf}}]+")


_INVISIBLE = regex.compile(r"\p{Cf}+")


def visible(text: str) -> str:
    """What a reader of the page sees: without spaces around and characters of no width.

    >>> visible(" 东山\u200b县 ")
    '东山县'
    """
    return _INVISIBLE.sub("", text).strip()


def without_sounds(text: str) -> str:
    """A text without the sounds that mirrors put behind characters.

    >>> without_sounds("東山縣經(jīng)濟(jì)局（簡稱經濟局）")
    '東山縣經濟局（簡稱經濟局）'
    """
    return _SOUNDS.sub("", text)


def _comparable(text: str) -> str:
    return fold(text).replace("资讯", "信息")  # the one is the other's word in Taiwan


@frozen
class Bare:
    """Folded text without spaces and inserted sounds, and the way back."""

    text: str
    #: The printed text.
    source: str
    #: For each character of ``text`` its place in ``source``.
    places: tuple[int, ...]

    def printed(self, start: int, end: int) -> str:
        """The printed characters, without spaces, of a range of ``text``."""
        return "".join(self.source[place] for place in self.places[start:end])

    def place(self, index: int) -> int:
        """Where in ``source`` a character of ``text`` stands; the end of ``source`` for the end of ``text``."""
        return self.places[index] if index < len(self.places) else len(self.source)


def bared(text: str) -> Bare:
    """Folded text without spaces and inserted sounds, with the way back.

    >>> bared("總體 情況").text
    '总体情况'
    >>> bared("總體 情況").printed(2, 4)
    '情況'
    """
    folded = _comparable(text)
    places: list[int] = []
    start = 0
    for match in _SOUND_OR_SPACE.finditer(folded):
        places.extend(range(start, match.start()))
        start = match.end()
    places.extend(range(start, len(folded)))
    return Bare("".join(folded[place] for place in places), text, tuple(places))


def bare(text: str) -> str:
    """Folded text without spaces and inserted sounds.

    >>> bare("信 息內(nèi)容")
    '信息内容'
    """
    return _SOUND_OR_SPACE.sub("", _comparable(text))


@frozen
class Passage:
    """Lines of a document as one text, a line feed between them."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The lines as printed."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def folded(self) -> str:
        """The lines in half-width, simplified characters; as long as ``text``."""
        return fold(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line.text) + 1 for line in self.lines)]

    def span(self, start: int, end: int) -> Span:
        """Where in the source a range of ``text`` stands."""
        return Span(self._place(start), self._place(max(start, end - 1)) + 1)

    def _place(self, index: int) -> int:
        number = min(bisect_right(self._starts, index), len(self.lines)) - 1
        line = self.lines[number]
        return min(line.span.start + index - self._starts[number], line.span.end)


def passage(lines: Iterable[Line]) -> Passage:
    """The passage that lines make."""
    return Passage(tuple(lines))
