"""Reports as JSON: `dumps` and `loads`, with ``loads(dumps(x)) == x``."""

from govdisclosure.errors import DamagedData, require
from govdisclosure.parsed import Parsed
from govdisclosure.report import Report
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_syntax import WHOLE, Json
from govdisclosure.writers.plain_data import plain, typed

#: The version of the format; a larger one is of a newer version of the library.
VERSION = 1
_MARK = "govdisclosure"
_TYPE = "type"
_FILE = "file"
_REPORT = "report"
_PARSED = "parsed"


def dumps(report: Report | Parsed, *, indent: int | None = None) -> str:
    """A report as JSON text: one line, or with an indent many.

    Raises:
        DamagedData: if a number of the report is not finite, or its sections are nested too deeply.
        TypeError: if it is no report.
    """
    require(report, Report | Parsed, "a Report or a Parsed is written")
    return json_syntax.write(document(report), indent)


def document(report: Report | Parsed, file: str = "") -> dict[str, Json]:
    """A report as plain data under the header of the format.

    Args:
        report: what is to be written.
        file: the name of the file that it comes from; `loads` passes over it.
    """
    head: dict[str, Json] = {_MARK: VERSION, _TYPE: _PARSED if isinstance(report, Parsed) else _REPORT}
    if file:
        head[_FILE] = file
    return {**head, **plain(report)}


def loads(text: str) -> Report | Parsed:
    """The report that a JSON text holds: what `dumps` was given.

    Raises:
        DamagedData: if the text is no such document, or is damaged.
        TypeError: if it is no text.
    """
    require(text, str, "text (str) is read")
    data = json_syntax.read(text)
    if not isinstance(data, dict) or _MARK not in data:
        raise DamagedData(WHOLE, "this is no report written by govdisclosure")
    version = data[_MARK]
    if version != VERSION or type(version) is not int:
        raise DamagedData(_MARK, f"written in version {version!r} of the format, {VERSION} is understood")
    kind = data.get(_TYPE)
    if kind not in (_PARSED, _REPORT):  # whatever stands there, hashable or not
        raise DamagedData(_TYPE, f"{_REPORT!r} or {_PARSED!r} is expected")
    body = {key: value for key, value in data.items() if key not in {_MARK, _TYPE, _FILE}}
    return typed(body, parsed=kind == _PARSED)
