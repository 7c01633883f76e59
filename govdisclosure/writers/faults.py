"""What is wrong in plain data, and where: the errors of the converter, turned into one place and one problem."""

from collections.abc import Callable, Iterable
from typing import Any, Never, TypeVar

from cattrs.errors import ClassValidationError

from govdisclosure.writers.json_syntax import TOO_DEEP

_Built = TypeVar("_Built")

_NAMES = {bool: "true or false", dict: "an object", int: "a whole number", list: "a list", str: "text"}


class FaultError(Exception):
    """What is wrong in the data, and the keys that lead there from where it was noticed.

    It never leaves this subpackage.

    Attributes:
        keys: from the outermost to the innermost.
        problem: what is wrong.
    """

    def __init__(self, keys: tuple[str | int, ...], problem: str) -> None:
        """Keep the place and the problem apart."""
        super().__init__(keys, problem)
        self.keys = keys
        self.problem = problem


#: What putting data together may raise.
FAULTS = (FaultError, ClassValidationError, RecursionError)


def fault_of(error: BaseException) -> FaultError:
    """The first of the faults that were noticed together."""
    keys: list[str | int] = []
    while isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        keys += [note.name for _, note in noted[:1]]
        error = noted[0][0] if noted else others[0]
    if isinstance(error, FaultError):
        return FaultError((*keys, *error.keys), error.problem)
    if isinstance(error, RecursionError):
        return FaultError((), TOO_DEEP)
    raise error


def fail(expected: str, data: object) -> Never:
    """Say what is expected and what stands there.

    Raises:
        FaultError: always.
    """
    shown = "null" if data is None else _NAMES.get(type(data), "a number with a point or an exponent")
    raise FaultError((), f"{expected} is expected, not {shown}")


def each(items: Iterable[tuple[str | int, Any]], build: Callable[[Any], _Built]) -> tuple[_Built, ...]:
    """Each item, built.

    Args:
        items: the items with their keys.
        build: what makes the item of the data.

    Raises:
        FaultError: if an item cannot be built; it names the key.
    """
    built = []
    for key, item in items:
        try:
            built.append(build(item))
        except FAULTS as error:
            fault = fault_of(error)
            raise FaultError((key, *fault.keys), fault.problem) from None
    return tuple(built)
