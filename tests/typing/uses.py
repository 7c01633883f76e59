"""Uses that a type checker accepts, and mistakes that it must catch: an unused ``type: ignore`` is an error."""

from decimal import Decimal
from typing import assert_type

import attrs

import govdisclosure as gd
from govdisclosure.editions.lines import ApplicantCounts
from govdisclosure.editions.y2019 import Requests2019
from govdisclosure.editions.y2021 import ChargeAmount2021, ProactiveDisclosure2021, Requests2021
from govdisclosure.form import Slot
from govdisclosure.report import Report


def reads(page: bytes, text: str) -> None:
    parsed = gd.parse(page)
    gd.parse(text)
    gd.parse(3)  # type: ignore[arg-type]
    assert_type(parsed, gd.Parsed)
    assert_type(parsed.report, Report)
    assert_type(parsed.report.year, int | None)
    assert_type(parsed.report.requests, Requests2019 | Requests2021)
    assert_type(parsed.report.requests.received.total, int | None)
    assert_type(parsed["requests.received.total"], gd.Reading)
    assert_type(parsed["requests.received.total"].value, int | Decimal | None)
    assert_type(parsed["requests.received.total"].state, gd.State)
    assert_type(parsed.likely(), Report)
    parsed.report.requests.received.sum  # type: ignore[attr-defined]  # noqa: B018
    parsed.report.requests.recieved  # type: ignore[union-attr]  # noqa: B018
    parsed.report.requests.outcomes.other.residual  # type: ignore[union-attr]  # noqa: B018
    parsed.report.requests.received.total + 1  # type: ignore[operator]


def narrows(requests: Requests2019 | Requests2021) -> ApplicantCounts:
    if isinstance(requests, Requests2021):
        return requests.outcomes.other.residual
    return requests.outcomes.other_handling


def builds() -> Report:
    counts = ApplicantCounts(natural_person=3, total=3)
    ApplicantCounts(natural_persons=3)  # type: ignore[call-arg]
    ApplicantCounts(natural_person="3")  # type: ignore[arg-type]
    ChargeAmount2021(amount_wan_yuan=1.5)  # type: ignore[arg-type]
    counts.total = 4  # type: ignore[misc]
    Requests2021(received=3)  # type: ignore[arg-type]
    charges = ProactiveDisclosure2021(administrative_charges=ChargeAmount2021(Decimal("1.50")))
    report = Report(year=2021, requests=Requests2021(received=counts), proactive_disclosure=charges)
    Report(requests=charges)  # type: ignore[arg-type]
    Report(2021)  # type: ignore[call-arg, arg-type]
    assert_type(attrs.evolve(report, year=2022), Report)
    return report


def checks(report: gd.Report, parsed: gd.Parsed) -> None:
    assert_type(gd.check(report), tuple[gd.Finding, ...])
    assert_type(gd.check([report, parsed], select=["GD3"]), tuple[gd.Finding, ...])
    gd.check("report")  # type: ignore[arg-type]
    for finding in gd.check(parsed):
        assert_type(finding.severity, gd.Severity)
        assert_type(finding.verdict, gd.Verdict)
        assert_type(finding.cells, tuple[str, ...])
        assert_type(finding.message.in_language("zh"), str)


def writes(report: gd.Report) -> None:
    assert_type(gd.dumps(report), str)
    assert_type(gd.loads(gd.dumps(report, indent=2)), gd.Report | gd.Parsed)
    gd.dumps(3)  # type: ignore[arg-type]


def lists() -> None:
    assert_type(gd.slots(Requests2021), tuple[Slot, ...])
    assert_type(gd.editions.y2021.EDITION, str)
    assert_type(gd.errors.UnknownAddress("requests").address, str)
