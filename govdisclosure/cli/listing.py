"""``govdisclosure forms`` and ``govdisclosure rules``: what the library knows of forms and rules."""

import argparse
from itertools import chain

from govdisclosure.cli.output import open_output
from govdisclosure.cli.status import Status, WrongUsageError
from govdisclosure.editions import EDITIONS
from govdisclosure.errors import UnknownRule
from govdisclosure.writers import json_syntax
from govdisclosure.writers.form_rows import form_objects, forms_text, write_form_csv

_INDENT = 2


def run_forms(options: argparse.Namespace) -> Status:
    """List the statutory tables of an edition, or of all, cell by cell.

    Raises:
        OSError: if the output cannot be written.
        WrongUsageError: if there is no such edition.
    """
    if options.edition is not None and options.edition not in EDITIONS:
        message = f"no edition {options.edition!r}; there are {', '.join(EDITIONS)}"
        raise WrongUsageError(message)
    tables = EDITIONS[options.edition] if options.edition else tuple(chain.from_iterable(EDITIONS.values()))
    with open_output(options.output) as to:
        if options.to == "csv":
            write_form_csv(tables, to)
        elif options.to == "json":
            to.write(json_syntax.write(form_objects(tables), _INDENT) + "\n")
        else:
            to.write(forms_text(tables, options.lang))
    return Status.FINE


def run_rules(options: argparse.Namespace) -> Status:
    """List all rules in a line each, or those of a code, prefix or name in full.

    Raises:
        OSError: if the output cannot be written.
        WrongUsageError: if there is no such rule.
    """
    from govdisclosure.checking import chosen  # noqa: PLC0415  # the rules are slow to load
    from govdisclosure.writers.rules_text import rule_text, rules_text  # noqa: PLC0415  # likewise

    try:
        rules = chosen((options.code,) if options.code is not None else ())
    except UnknownRule as error:
        raise WrongUsageError(str(error)) from None
    with open_output(options.output) as to:
        if options.code is None:
            to.write(rules_text((rule.header for rule in rules), options.lang))
        else:
            to.write("\n".join(rule_text(rule.header, rule.formulas, rule.example, options.lang) for rule in rules))
    return Status.FINE
