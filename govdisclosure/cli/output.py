"""Where results go: a file or standard output, in UTF-8 whatever the terminal says."""

import errno
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

    A lone surrogate, which UTF-8 has no bytes for, is written as its escape, as ``\ud800``: in JSON it is just that.

    Args:
        path: the file; None for standard output, which stays open.

    Raises:
        OSError: if it cannot be opened or written; it names the file.
    """
    if path is not None:
        with _naming(path), path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file
        return
    if sys.stdout is None:  # a scheduler may start a process without one
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
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


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name the file in an error of writing: a full disk is told without it."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def abandon_output() -> None:
    """Let standard output go where nobody reads, once its reader is gone, so that closing it at exit is quiet too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
