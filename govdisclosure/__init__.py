"""Annual reports on open government information (政府信息公开工作年度报告) as typed, checked data.

`parse` reads a report, `check` finds what is wrong with it, `dumps` and `loads` write it and read it back. Names are
loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclosure import editions, errors
    from govdisclosure.checking import check
    from govdisclosure.errors import (
        DamagedData,
        DocumentKind,
        GovDisclosureError,
        NotAReport,
        UndecodableSource,
        UnknownAddress,
        UnknownRule,
    )
    from govdisclosure.finding import Finding, Severity, Verdict
    from govdisclosure.form import slots
    from govdisclosure.parsed import Parsed
    from govdisclosure.parsing import parse
    from govdisclosure.reading import Reading
    from govdisclosure.report import Contact, Period, Report, Section
    from govdisclosure.states import State
    from govdisclosure.writers.json_text import dumps, loads

    __version__: str

__all__ = [
    "Contact",
    "DamagedData",
    "DocumentKind",
    "Finding",
    "GovDisclosureError",
    "NotAReport",
    "Parsed",
    "Period",
    "Reading",
    "Report",
    "Section",
    "Severity",
    "State",
    "UndecodableSource",
    "UnknownAddress",
    "UnknownRule",
    "Verdict",
    "__version__",
    "check",
    "dumps",
    "editions",
    "errors",
    "loads",
    "parse",
    "slots",
]

_HOMES = {
    "check": "checking",
    "Contact": "report",
    "DamagedData": "errors",
    "DocumentKind": "errors",
    "dumps": "writers.json_text",
    "Finding": "finding",
    "GovDisclosureError": "errors",
    "loads": "writers.json_text",
    "NotAReport": "errors",
    "parse": "parsing",
    "Parsed": "parsed",
    "Period": "report",
    "Reading": "reading",
    "Report": "report",
    "Section": "report",
    "Severity": "finding",
    "slots": "form",
    "State": "states",
    "UndecodableSource": "errors",
    "UnknownAddress": "errors",
    "UnknownRule": "errors",
    "Verdict": "finding",
}


def __getattr__(name: str) -> object:
    if name in {"editions", "errors"}:
        return import_module(f"{__name__}.{name}")
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  # slow to load, and seldom asked for

        found: object = version(__name__)
    elif name in _HOMES:
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    else:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
