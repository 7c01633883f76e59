"""The commands that the documentation shows print what it shows."""

import re
import shutil
from pathlib import Path

import pytest

from govdisclosure.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def shown(page):
    """Each command of a page with the lines below it; a synopsis is none."""
    blocks = (block[1] for block in _BLOCK.finditer(page.read_text("utf-8")))
    commands = [(match[1], match[2]) for block in blocks for match in _COMMAND.finditer(block)]
    return [(command, output) for command, output in commands if "FILE" not in command and "[" not in command]


SHOWN = {page.name: commands for page in PAGES if (commands := shown(page))}


def printed(command, capsys):
    program, *words = command.split()
    if program == "cat":
        return Path(words[0]).read_text("utf-8")
    assert program == "govdisclosure"
    main(words)
    out, err = capsys.readouterr()
    return err + out


@pytest.mark.parametrize("page", SHOWN)
def test_commands_print_what_the_page_shows(page, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    for command, output in SHOWN[page]:
        assert printed(command, capsys) == output, command


def test_a_whole_report_is_walked_through():
    commands = dict(SHOWN["checking.md"])
    assert commands["govdisclosure check docs/examples/annual-report-2019.html --lang en"].count("  GD") == 10
