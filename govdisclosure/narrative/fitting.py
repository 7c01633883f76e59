"""Phrases that a regular expression must fit from their first to their last character.

To compile the wordings of all subjects takes ten times as long as to read a report, and most phrases can be seen to be
no wording of most subjects by their characters alone.
"""

import re
from functools import cached_property
from typing import Final

import regex

#: What lets a regular expression fit characters that it does not name.
_OPEN: Final = re.compile(r"[\\.-]|\[\^")
#: A character, a class or a bracket of a regular expression, and what says that it may be left out.
_STEP: Final = re.compile(r"(\\.|\[[^\]]*\]|.)([?*{]?)", re.DOTALL)
_IDEOGRAPH: Final = re.compile("[\u4e00-\u9fff]")


class Wording:
    """A regular expression for whole phrases, compiled when a phrase comes that may fit."""

    def __init__(self, expression: str) -> None:
        """Take a regular expression."""
        self._expression = expression
        self._needed = frozenset(_needed(expression))
        self._allowed = None if _OPEN.search(expression) else frozenset(expression)

    @cached_property
    def _compiled(self) -> "regex.Pattern[str]":
        return regex.compile(self._expression)

    def fits(self, phrase: str) -> bool:
        """Whether the whole of a phrase fits.

        >>> wording = Wording("(?:收到)?申请(?:表|书)?")
        >>> [wording.fits(phrase) for phrase in ("申请书", "收到申请", "收到", "申请公开")]
        [True, True, False, False]
        """
        return (
            self._needed.issubset(phrase)
            and (self._allowed is None or self._allowed.issuperset(phrase))
            and self._compiled.fullmatch(phrase) is not None
        )


def _needed(expression: str) -> set[str]:
    """The characters that stand in an expression outside brackets, and that nothing lets be left out.

    >>> sorted(_needed("(?:县|市)?复议件?")), sorted(_needed("申请|复议"))
    (['复', '议'], [])
    """
    needed: set[str] = set()
    depth = 0
    for piece, quantifier in _STEP.findall(expression):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            return set()
        if not depth and not quantifier and _IDEOGRAPH.fullmatch(piece):
            needed.add(piece)
    return needed
