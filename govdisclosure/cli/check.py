"""``govdisclosure check``: the findings about reports, and those between the years of an agency."""

import argparse
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.baseline import Baseline
from govdisclosure.checking import check, check_series, chosen
from govdisclosure.cli.inputs import Reports, complain
from govdisclosure.cli.output import open_output
from govdisclosure.cli.status import Status, WrongUsageError
from govdisclosure.errors import DamagedData, UnknownRule
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.rules.kinds import Rule
from govdisclosure.source import Source
from govdisclosure.summary import summary
from govdisclosure.writers.check_text import Examined, check_text, series_text
from govdisclosure.writers.findings_json import findings_json
from govdisclosure.writers.sarif import Run, sarif

if TYPE_CHECKING:
    from govdisclosure.parsed import Parsed

#: Findings, each with the file that it is about.
Found = list[tuple[str, Finding]]

_EXPIRED = Message("基线条目已过期：{entry}", "this entry of the baseline has expired: {entry}")
_UNUSED = Message("没有发现符合基线条目：{entry}", "no finding fits this entry of the baseline: {entry}")
_REASON = Message("写入基线时已知", "known when the baseline was written")


def run(options: argparse.Namespace) -> Status:
    """Check every report, and the reports of an agency against each other.

    Raises:
        OSError: if a baseline cannot be read, or the output not be written.
        WrongUsageError: if there is no such rule.
    """
    rules = _rules(options)
    try:
        baseline = Baseline.load(options.baseline.read_text("utf-8")) if options.baseline else Baseline()
    except (DamagedData, UnicodeDecodeError) as error:
        complain(str(options.baseline), str(error))
        return Status.UNUSABLE
    reports = Reports(options.files, options.lang)
    found: Found = []
    sources: dict[str, Source] = {}
    with open_output(options.output) as to:
        for text, findings in _examined(reports, options, baseline, sources):
            found += findings
            to.write(text if options.to == "text" else "")
        kept = _kept(baseline, found)
        if options.to == "json":
            to.write(findings_json(kept, options.lang))
        elif options.to == "sarif":
            to.write(sarif(_log(rules, kept, sources, reports), options.lang))
    _update(options, baseline, found)
    if reports.unusable:
        return Status.UNUSABLE
    return Status.ERRORS if any(finding.severity is Severity.ERROR for _, finding in kept) else Status.FINE


def _rules(options: argparse.Namespace) -> tuple[Rule, ...]:
    try:
        return chosen(options.select, options.ignore)
    except UnknownRule as error:
        raise WrongUsageError(str(error)) from None


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date()


def _kept(baseline: Baseline, found: Found) -> Found:
    kept = set(baseline.apply((finding for _, finding in found), _today()).kept)
    return [(file, finding) for file, finding in found if finding in kept]


def _log(rules: tuple[Rule, ...], found: Found, sources: dict[str, Source], reports: Reports) -> Run:
    from importlib.metadata import version  # noqa: PLC0415  # slow to load

    return Run(
        version=version("govdisclosure"),
        rules=[(rule.header, rule.formulas, rule.example) for rule in rules],
        found=found,
        sources=sources,
        unusable=reports.unusable,
    )


def _examined(
    reports: Reports, options: argparse.Namespace, baseline: Baseline, sources: dict[str, Source]
) -> Iterator[tuple[str, Found]]:
    """Of each report in turn, and at last of all together: the text without what is known, and all findings.

    What was read of each file is noted in ``sources``.
    """
    subjects: list[Parsed] = []
    files: dict[str, str] = {}
    for file, parsed in reports:
        subjects.append(parsed)
        sources[file] = parsed.source
        files[parsed.report.subject] = file
        findings = check(parsed, select=options.select, ignore=options.ignore)
        yield _text(file, parsed, findings, options.lang, baseline), [(file, finding) for finding in findings]
    found = check_series(subjects, select=options.select, ignore=options.ignore)
    between = [(files.get(one.subject, ""), one) for one in found]
    yield series_text(_kept(baseline, between), options.lang), between


def _text(file: str, parsed: "Parsed", findings: tuple[Finding, ...], language: str, baseline: Baseline) -> str:
    applied = baseline.apply(findings, _today())
    counts = summary(parsed, applied.kept)
    examined = Examined(
        file=file,
        subject=parsed,
        findings=applied.kept,
        suppressed=len(applied.suppressed),
        cells=counts.cells,
        holding=counts.holding,
        broken=counts.broken,
        not_assessable=counts.not_assessable,
    )
    return check_text(examined, language)


def _update(options: argparse.Namespace, baseline: Baseline, found: Found) -> None:
    """Tell which entries of the baseline are out of date; write a new one if that is asked for."""
    findings = [finding for _, finding in found]
    applied = baseline.apply(findings, _today())
    for problem, entries in ((_EXPIRED, applied.expired), (_UNUSED, applied.unused)):
        for entry in entries:
            what = entry.fingerprint or entry.code
            complain(str(options.baseline), problem.in_language(options.lang).format(entry=what))
    if options.write_baseline:
        reason = _REASON.in_language(options.lang)
        options.write_baseline.write_text(Baseline.of(findings, reason, language=options.lang).dump(), "utf-8")
