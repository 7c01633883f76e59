"""The arguments of the command line."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from govdisclosure.cli.status import WrongUsageError

LANGUAGES = ("zh", "en")


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the messages that the environment asks for: ``zh`` or ``en``.

    >>> language_of({"LANG": "zh_CN.UTF-8"})
    'zh'
    >>> language_of({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    'en'
    """
    asked = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, asked), "").lower().startswith("zh") else "en"


class _Parser(argparse.ArgumentParser):
    """A parser that leaves the exit status to the caller."""

    def error(self, message: str) -> NoReturn:
        usage = f"{message}\n{self.format_usage().rstrip()}"
        raise WrongUsageError(usage)


def parser(environment: Mapping[str, str]) -> argparse.ArgumentParser:
    """The parser of the whole command line; the option ``command`` says which command it is.

    Args:
        environment: the environment variables, for the default language.
    """
    root = _Parser(
        prog="govdisclosure", description="Annual reports on open government information, typed and checked."
    )
    root.add_argument("--version", action="store_true", help="show the version and exit")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    shared = _Parser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default=language_of(environment), help="language of the messages")
    shared.add_argument("-o", dest="output", type=Path, metavar="PATH", help="write to a file, not to standard output")
    _add_parse(commands.add_parser("parse", parents=[shared], help="write reports as JSON or CSV"))
    _add_check(commands.add_parser("check", parents=[shared], help="check reports against the rules"))
    forms = commands.add_parser("forms", parents=[shared], help="list the statutory tables, cell by cell")
    forms.add_argument("edition", nargs="?", metavar="EDITION", help="the year from which the form is in force")
    forms.add_argument("--to", choices=("text", "csv", "json"), default="text")
    rules = commands.add_parser("rules", parents=[shared], help="list the rules")
    rules.add_argument("code", nargs="?", metavar="CODE", help="a code, the beginning of codes, or a rule's name")
    return root


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a page or a text; - for standard input")


def _add_parse(command: argparse.ArgumentParser) -> None:
    _add_files(command)
    command.add_argument("--to", choices=("json", "jsonl", "csv"), default="json", help="the format (json)")
    command.add_argument("--excel", action="store_true", help="begin a CSV file with a byte order mark")


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_files(command)
    command.add_argument("--to", choices=("text", "json", "sarif"), default="text", help="the format (text)")
    for name, what in (("--select", "check these rules only"), ("--ignore", "leave these rules out")):
        command.add_argument(
            name, action="extend", default=[], type=_codes, metavar="CODES", help=f"{what}: GD3,GD601,line-total"
        )
    command.add_argument("--baseline", type=Path, metavar="FILE", help="leave out the findings that this file lists")
    command.add_argument("--write-baseline", type=Path, metavar="FILE", help="list the findings in this file")


def _codes(text: str) -> list[str]:
    return [code for code in text.replace(",", " ").split() if code]
