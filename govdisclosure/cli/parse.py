"""``govdisclosure parse``: reports as JSON, JSON lines or CSV."""

import argparse
from typing import TextIO

from govdisclosure.cli.inputs import Reports
from govdisclosure.cli.output import BYTE_ORDER_MARK, open_output
from govdisclosure.cli.status import Status, WrongUsageError
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_text import document
from govdisclosure.writers.table_rows import rows, write_csv

_INDENT = 2


def run(options: argparse.Namespace) -> Status:
    """Write every report; a file that holds none is told of and passed over.

    Raises:
        OSError: if the output cannot be written.
        WrongUsageError: if options contradict each other.
    """
    if options.excel and options.to != "csv":
        message = "--excel goes with --to csv"
        raise WrongUsageError(message)
    reports = Reports(options.files, options.lang)
    with open_output(options.output) as to:
        if options.to == "csv":
            to.write(BYTE_ORDER_MARK if options.excel else "")
            _write_csv(reports, to)
        elif options.to == "jsonl":
            _write_lines(reports, to)
        else:
            _write_json(reports, to)
    return Status.UNUSABLE if reports.unusable else Status.FINE


def _write_csv(reports: Reports, to: TextIO) -> None:
    write_csv((), to)
    for file, parsed in reports:
        write_csv(rows(parsed, file), to, header=False)


def _write_lines(reports: Reports, to: TextIO) -> None:
    to.writelines(json_syntax.write(document(parsed, file)) + "\n" for file, parsed in reports)


def _write_json(reports: Reports, to: TextIO) -> None:
    """One document; of several files a list of documents."""
    before, last = ("", "\n") if len(reports) == 1 else ("[\n", "\n]\n")
    written = False
    for file, parsed in reports:
        to.write(",\n" if written else before)
        to.write(json_syntax.write(document(parsed, file), _INDENT))
        written = True
    if written:
        to.write(last)
    elif len(reports) > 1:
        to.write("[]\n")
