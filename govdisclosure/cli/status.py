"""How a command ends."""

from enum import IntEnum


class Status(IntEnum):
    """The exit status. Where two apply, it is the greater."""

    #: Nothing wrong.
    FINE = 0
    #: Findings of severity error.
    ERRORS = 1
    #: Some input could not be used, or the output could not be written.
    UNUSABLE = 2
    #: Wrong usage.
    USAGE = 64
    #: Interrupted from the keyboard: what shells say of a program that was.
    INTERRUPTED = 130


class WrongUsageError(Exception):
    """The command line asks for what there is not; the message says what."""
