"""What a layout is."""

from collections.abc import Callable
from random import Random

from attrs import frozen

from tests.conformance.sheets import Sheet, Style

PLAIN = Style()

Render = Callable[[Sheet, Random], str]
Change = Callable[[str], str]
Encode = Callable[[str], bytes]


def unchanged(text: str) -> str:
    """The text as it is."""
    return text


@frozen
class Layout:
    """A way in which reports are printed."""

    name: str
    render: Render
    style: Style = PLAIN
    #: What befalls the whole text after printing: another script, other brackets.
    after: Change = unchanged
    #: How it is written to bytes; None hands over the text.
    encode: Encode | None = None
    #: Whether a reader can tell every cell for certain; otherwise it may answer ambiguous, never wrong.
    certain: bool = True

    def print(self, sheet: Sheet, rng: Random) -> str | bytes:
        """The document."""
        text = self.after(self.render(sheet, rng))
        return text if self.encode is None else self.encode(text)
