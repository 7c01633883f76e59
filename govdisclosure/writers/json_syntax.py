"""JSON text whose numbers come back as they were: ``1.50`` stays 1.50, and a Decimal stays a Decimal.

The standard library can write a Decimal as a float only, which loses its places, or as a string, which is no number; so
writing is done here. Reading is the standard library's.
"""

import json
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Never

from govdisclosure.errors import DamagedData

#: What a document is made of. There are no floats.
Json = None | bool | int | Decimal | str | list["Json"] | dict[str, "Json"]

#: The place of a fault that is the whole document's.
WHOLE = "document"
TOO_DEEP = "nested too deeply"
TOO_LONG = "a number is too long"

_quoted = json.JSONEncoder(ensure_ascii=False).encode
#: Half a character, which no encoding has bytes for; it stands in strings only.
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(data: Json, indent: int | None = None) -> str:
    """Data as JSON text: compact, or with an indent one item a line.

    A Decimal without places is written with an exponent, so that it is not read as an int. A surrogate is escaped, so
    that the text can be encoded.

    >>> write({"total": 3, "amount": Decimal("1.50"), "round": Decimal(20)})
    '{"total":3,"amount":1.50,"round":20E+0}'

    Raises:
        DamagedData: if a number is not finite, or the data is nested too deeply.
    """
    try:
        text = _compact(data) if indent is None else _indented(data, " " * indent, "\n")
    except ValueError:  # an int of more digits than the interpreter turns into text
        raise DamagedData(WHOLE, TOO_LONG) from None
    except RecursionError:
        raise DamagedData(WHOLE, TOO_DEEP) from None
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):x}", text)


def read(text: str) -> Json:
    """The data of a JSON text; a number with a point or an exponent is a Decimal.

    >>> read('{"total":3,"amount":1.50}')
    {'total': 3, 'amount': Decimal('1.50')}

    Raises:
        DamagedData: if the text is no JSON, names a key twice, holds NaN or Infinity, or is nested too deeply.
    """
    try:
        data: Json = json.loads(text, parse_float=_decimal, parse_constant=_refused, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise DamagedData(place, "this is no JSON") from None
    except ValueError:  # more digits than the interpreter turns into an int
        raise DamagedData(WHOLE, TOO_LONG) from None
    except RecursionError:
        raise DamagedData(WHOLE, TOO_DEEP) from None
    return data


def _compact(data: Json) -> str:
    if isinstance(data, dict):
        return "{" + ",".join([f"{_quoted(key)}:{_compact(value)}" for key, value in data.items()]) + "}"
    if isinstance(data, list):
        return "[" + ",".join([_compact(value) for value in data]) + "]"
    return _scalar(data)


def _indented(data: Json, step: str, line: str) -> str:
    deeper = line + step
    if isinstance(data, dict) and data:
        items = [f"{_quoted(key)}: {_indented(value, step, deeper)}" for key, value in data.items()]
        return "{" + deeper + f",{deeper}".join(items) + line + "}"
    if isinstance(data, list) and any(isinstance(value, dict | list) for value in data):
        return "[" + deeper + f",{deeper}".join([_indented(value, step, deeper) for value in data]) + line + "]"
    return _compact(data)


def _scalar(data: Decimal | int | str | None) -> str:
    if isinstance(data, str):
        return _quoted(data)
    if data is None:
        return "null"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int):
        return str(data)
    if not data.is_finite():
        raise DamagedData(WHOLE, f"{data} is no finite number")
    text = str(data)
    return text if "." in text or "E" in text else f"{text}E+0"


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise DamagedData(WHOLE, "a number has an exponent out of range") from None


def _refused(name: str) -> Never:
    raise DamagedData(WHOLE, f"{name} is no number of a report")


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    data = dict(pairs)
    if len(data) < len(pairs):
        [(name, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise DamagedData(WHOLE, f"the key {name!r} stands twice in one object")
    return data
