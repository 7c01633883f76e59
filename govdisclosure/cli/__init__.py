"""The command line: ``govdisclosure`` and ``python -m govdisclosure``.

Results go to standard output, messages to standard error. Each command is imported when it runs, so that none waits for
what another needs.
"""

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from govdisclosure.cli.arguments import parser
from govdisclosure.cli.inputs import STANDARD_INPUT, complain
from govdisclosure.cli.output import abandon_output, open_output
from govdisclosure.cli.status import Status, WrongUsageError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    Args:
        arguments: what stands after the program's name; those of the process if None.
    """
    try:
        return _run(parser(os.environ).parse_args(arguments))
    except WrongUsageError as error:
        complain(str(error))
        return Status.USAGE
    except BrokenPipeError:  # whoever read the output has seen enough
        abandon_output()
        return Status.FINE
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except OSError as error:
        complain(str(error.filename or "output"), error.strerror or str(error))
        return Status.UNUSABLE


def _run(options: Namespace) -> Status:
    if options.version:
        from importlib.metadata import version  # noqa: PLC0415  # slow to load

        with open_output(None) as to:
            to.write(f"govdisclosure {version('govdisclosure')}\n")
        return Status.FINE
    _spare_inputs(options)
    match options.command:
        case "parse":
            from govdisclosure.cli.parse import run  # noqa: PLC0415  # only now wanted
        case "check":
            from govdisclosure.cli.check import run  # noqa: PLC0415  # only now wanted
        case "forms":
            from govdisclosure.cli.listing import run_forms as run  # noqa: PLC0415  # only now wanted
        case "rules":
            from govdisclosure.cli.listing import run_rules as run  # noqa: PLC0415  # only now wanted
        case _:
            message = "a command is needed: parse, check, forms or rules"
            raise WrongUsageError(message)
    return run(options)


def _spare_inputs(options: Namespace) -> None:
    """Refuse to write over what is to be read.

    Raises:
        WrongUsageError: if a file to be written is an input too.
    """
    inputs = [Path(file).resolve() for file in getattr(options, "files", ()) if file != STANDARD_INPUT]
    for target in (getattr(options, "output", None), getattr(options, "write_baseline", None)):
        if target is not None and target.resolve() in inputs:
            message = f"the output {target} is an input too"
            raise WrongUsageError(message)
