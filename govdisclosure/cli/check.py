"""``govdisclosure check``: the findings about reports, and those between the years of an agency."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdisclosure.checking import check, chosen
from govdisclosure.cli.inputs import Reports, complain
from govdisclosure.cli.output import open_output
from govdisclosure.cli.status import Status, WrongUsageError
from govdisclosure.errors import DamagedData, UnknownRule
from govdisclosure.finding import Finding, Severity
from govdisclosure.rules.kinds import Rule
from govdisclosure.writers.check_text import Examined, check_text, series_text
from govdisclosure.writers.findings_json import findings_json, fingerprints
from govdisclosure.writers.sarif import sarif

if TYPE_CHECKING:
    from govdisclosure.parsed import Parsed

#: Findings, each with the file that it is about.
Found = list[tuple[str, Finding]]


def run(options: argparse.Namespace) -> Status:
    """Check every report, and the reports of an agency against each other.

    Raises:
        OSError: if a baseline cannot be read, or the output not be written.
        WrongUsageError: if there is no such rule.
    """
    rules = _rules(options)
    try:
        known = fingerprints(options.baseline.read_text("utf-8")) if options.baseline else frozenset()
    except (DamagedData, UnicodeDecodeError) as error:
        complain(str(options.baseline), str(error))
        return Status.UNUSABLE
    reports = Reports(options.files, options.lang)
    found: Found = []
    with open_output(options.output) as to:
        for text, findings in _examined(reports, options, known):
            found += findings
            to.write(text if options.to == "text" else "")
        new = [(file, finding) for file, finding in found if finding.fingerprint not in known]
        if options.to == "json":
            to.write(findings_json(new, options.lang))
        elif options.to == "sarif":
            to.write(sarif(new, (rule.header for rule in rules), options.lang))
    if options.write_baseline:
        options.write_baseline.write_text(findings_json(found, options.lang), "utf-8")
    if reports.failed:
        return Status.UNUSABLE
    return Status.ERRORS if any(finding.severity is Severity.ERROR for _, finding in new) else Status.FINE


def _rules(options: argparse.Namespace) -> tuple[Rule, ...]:
    try:
        return chosen(options.select, options.ignore)
    except UnknownRule as error:
        raise WrongUsageError(str(error)) from None


def _examined(reports: Reports, options: argparse.Namespace, known: frozenset[str]) -> Iterator[tuple[str, Found]]:
    """Of each report in turn, and at last of all together: the text without what is known, and all findings."""
    subjects: list[tuple[str, Parsed]] = []
    seen: set[Finding] = set()
    for file, parsed in reports:
        subjects.append((file, parsed))
        findings = check(parsed, select=options.select, ignore=options.ignore)
        seen.update(findings)
        new = tuple(finding for finding in findings if finding.fingerprint not in known)
        yield check_text(Examined(file, parsed, new), options.lang), [(file, finding) for finding in findings]
    if len(subjects) > 1:
        files = {parsed.report.subject: file for file, parsed in subjects}
        together = check([parsed for _, parsed in subjects], select=options.select, ignore=options.ignore)
        between = [(files.get(one.subject, ""), one) for one in together if one not in seen]
        yield series_text([pair for pair in between if pair[1].fingerprint not in known], options.lang), between
