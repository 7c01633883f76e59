"""The files that a command is given."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from govdisclosure.errors import GovDisclosureError
from govdisclosure.parsed import Parsed
from govdisclosure.readers.extent import MOST_BYTES
from govdisclosure.writers.phrases import told

#: What stands for standard input.
STANDARD_INPUT = "-"


def content(file: str) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        OSError: if it cannot be read.
    """
    enough = MOST_BYTES + 1  # to be refused: a device may have no end
    if file != STANDARD_INPUT:
        with Path(file).open("rb") as opened:
            return opened.read(enough)
    if sys.stdin is None:  # a scheduler may start a process without one
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(enough)


def complain(*parts: str) -> None:
    """Write a message to standard error, if there is one: what it is about, and the problem."""
    if sys.stderr is not None:
        sys.stderr.write(": ".join(("govdisclosure", *parts)) + "\n")


class Reports:
    """The files that hold reports, parsed while they are iterated over; of each other file a message says why not.

    Attributes:
        unusable: the files that could not be used so far, each with the reason.
    """

    def __init__(self, files: Sequence[str], language: str) -> None:
        """Nothing is read yet."""
        self.unusable: list[tuple[str, str]] = []
        self._files = files
        self._language = language

    def __len__(self) -> int:
        """How many files there are, usable or not."""
        return len(self._files)

    def __iter__(self) -> Iterator[tuple[str, Parsed]]:
        """Name and report of each usable file."""
        for file in self._files:
            parsed = self._parsed(file)
            if parsed is not None:
                yield file, parsed

    def _parsed(self, file: str) -> Parsed | None:
        from govdisclosure.parsing import parse  # noqa: PLC0415  # slow to load, and not every command parses

        try:
            return parse(content(file))
        except (OSError, GovDisclosureError) as error:
            reason = told(error).in_language(self._language)
        except Exception as error:  # noqa: BLE001  # one bad file never stops a run, nor does a fault of the reader
            reason = f"{type(error).__name__}: {error}"
        complain(file, reason)
        self.unusable.append((file, reason))
        return None
