"""What was read, as short as it can be told."""

import re
from itertools import groupby

from govdisclosure.parsing import parse
from govdisclosure.states import State

TITLE = "甲县人民政府{}年政府信息公开工作年度报告"
BEFORE = ("一、总体情况", "全年按要求公开。")
AFTER = ("五、存在的主要问题及改进情况", "将加强培训。", "六、其他需要报告的事项", "无。")

_SIGNS = {
    State.BLANK: ".",
    State.DASH: "-",
    State.AMBIGUOUS: "?",
    State.UNREADABLE: "!",
    State.ABSENT: "_",
}


def sign(reading):
    """The number of a reading, ``=`` before a recovered one; a sign for each state without number."""
    if reading.state is State.RECOVERED:
        return f"={reading.value}"
    return f"{reading.value}" if reading.state is State.STATED else _SIGNS[reading.state]


def seen(parsed):
    """Each line that the document has, by its path, with the signs of its cells: ``{"rules": "1 2 3"}``.

    Paths begin behind the attribute of the table, as no two tables share one. Of a line that two editions have, the
    cells of the main form come first.
    """
    told = {}
    for line, readings in groupby(parsed, key=lambda reading: reading.address.rpartition(".")[0]):
        signs = " ".join(map(sign, readings))
        if signs.strip("_ "):
            told.setdefault(line.partition(".")[2], []).append(signs)
    return {line: " ".join(signs) for line, signs in told.items()}


def over(parsed):
    """What belongs to no cell of the form, as ``heading: text``."""
    return [f"{'/'.join(leftover.headings)}: {leftover.text}" for leftover in parsed.leftovers]


def noticed(parsed, *codes):
    """The codes of the reader's findings; with codes given, those among them."""
    return [finding.code for finding in parsed.findings if not codes or finding.code in codes]


def of_text(text, year=2021):
    """A report of which nothing is left but the lines of tables and a little prose."""
    return parse("\n".join((TITLE.format(year), *BEFORE, text, *AFTER)))


def of_page(tables, year=2021):
    """A page of which nothing is left but tables and a little prose."""
    before, after = ("".join(f"<p>{line}</p>" for line in lines) for lines in (BEFORE, AFTER))
    return parse(f"<h1>{TITLE.format(year)}</h1>{before}{tables}{after}")


_CELL = re.compile(r"(.*?)(?:=(\d+))?(?:\^(\d+))?")


def table(*rows):
    """A table of HTML from rows with bars between the cells; ``text=3^2`` spans three columns and two rows."""

    def cell(text):
        words, columns, lines = _CELL.fullmatch(text).groups()
        return f'<td colspan="{columns or 1}" rowspan="{lines or 1}">{words.strip()}</td>'

    return "<table>" + "".join("<tr>" + "".join(map(cell, row.split("|"))) + "</tr>" for row in rows) + "</table>"
