"""How much a search may cost."""

from attrs import define


class OutOfBudget(Exception):  # noqa: N818  # says what it is; it never leaves the package
    """The search costs more than it may."""


@define
class Budget:
    """What is left to spend, in units of about a microsecond."""

    left: int

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left < 0

    def spend(self, units: int) -> None:
        """Pay for some work before it is done.

        Raises:
            OutOfBudget: if it costs more than is left.
        """
        self.left -= units
        if self.left < 0:
            raise OutOfBudget
