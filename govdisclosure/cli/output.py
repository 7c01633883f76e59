"""Where results go: a file or standard output, in UTF-8 whatever the terminal says."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

BYTE_ORDER_MARK = "\ufeff"


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    r"""A text file to write results to.

    A lone surrogate, which UTF-8 has no bytes for, is written as ``\udXXX``: in JSON it is just that.

    Args:
        path: the file; None for standard output, which stays open.

    Raises:
        OSError: if it cannot be opened or written.
    """
    if path is not None:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        return
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # standard output stands in for a string
        yield sys.stdout
        return
    wrapper = io.TextIOWrapper(buffer, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield wrapper
        wrapper.flush()
    finally:
        wrapper.detach()


def abandon_output() -> None:
    """Let standard output go where nobody reads, once its reader is gone, so that closing it at exit is quiet too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
