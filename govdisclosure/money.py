"""Units of money, and amounts in another of them."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
)
_CONVERSION = re.compile(r"(?P<printed>[十百千万亿]{0,2})元 in (?P<asked>[十百千万亿]{0,2})元")


def conversion(printed: str, asked: str) -> str | None:
    """The name of the step from one unit of money to another; None where one of them is no unit of money.

    >>> conversion("元", "万元")
    '元 in 万元'
    """
    name = f"{printed} in {asked}"
    return name if is_conversion(name) else None


def is_conversion(name: str) -> bool:
    """Whether a name is that of a step from one unit of money to another."""
    return _scale_of(name) is not None


def converted(text: str, name: str) -> str:
    """A number in another unit of money, by the name of the step.

    >>> converted("125000", "元 in 万元")
    '12.5'
    """
    scale = _scale_of(name) or 0
    return f"{Decimal(text).scaleb(scale).normalize():f}"


def _scale_of(name: str) -> int | None:
    found = _CONVERSION.fullmatch(name)
    if not found or found["printed"] not in _SCALES or found["asked"] not in _SCALES:
        return None
    return _SCALES[found["printed"]] - _SCALES[found["asked"]]
