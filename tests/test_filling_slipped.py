"""Rows of bars and pages whose cells have moved, because one fell out or the label did."""

import pytest

from govdisclosure.editions.y2021 import ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021
from govdisclosure.form import form_of, slots
from tests.seen import of_page, of_text, seen

CELLS = slots(Requests2021)
LABELS = {slot.address.removeprefix("requests.").rpartition(".")[0]: slot.row[-1].label for slot in CELLS}
APPLICANTS = [slot.column.label for slot in CELLS[:7]]
RULES = [slot.column.label for slot in slots(ProactiveDisclosure2021)[:3]]
LICENSING = slots(ProactiveDisclosure2021)[6]
FOUR = form_of(ReviewAndLitigation2021)
SECTION_FOUR = f"{FOUR.section}、{FOUR.title}"
#: As many rows as do not look alike by chance.
WHOLE = {"received": "40 0 0 0 0 0 40", "carried_in": "0 0 0 0 0 0 0", "outcomes.granted": "28 0 0 0 0 0 28"}
SLIPPED = {"outcomes.granted_in_part": "12 0 0 0 0 12 .", "carried_out": "0 0 0 0 0 0 ."}


def cells(line, numbers):
    return [LABELS[line], *("" if number == "." else number for number in numbers.split())]


def bars(*rows):
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def tables(*rows):
    parts = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in parts)}</table>"


HEAD = ["", *APPLICANTS]
#: A row with an empty cell before a full one: such text keeps empty cells where they were.
KEEPS = cells("outcomes.total", "40 0 . 0 0 0 40")


def printed(rows):
    return [HEAD, *(cells(line, numbers) for line, numbers in rows.items()), KEEPS]


def test_of_rows_that_were_filled_up_in_text_only_the_order_of_the_numbers_counts():
    told = seen(of_text(bars(*printed(WHOLE | SLIPPED))))
    assert {line: told[line] for line in WHOLE} == WHOLE
    assert told["outcomes.granted_in_part"].startswith("=12 ")
    assert told["outcomes.granted_in_part"].endswith(" =12")
    assert "." not in told["carried_out"]


def test_on_a_page_it_is_one_row():
    told = seen(of_page(tables(*printed(WHOLE | SLIPPED))))
    assert told["carried_out"] == SLIPPED["carried_out"]
    assert told["outcomes.granted_in_part"].endswith(" =12")


@pytest.mark.parametrize("write", [lambda rows: of_text(bars(*rows)), lambda rows: of_page(tables(*rows))])
def test_totals_that_are_left_empty_in_all_rows_of_a_group_are_empty(write):
    empty = {"outcomes.refused.state_secret": "3 3 0 0 0 0 .", "outcomes.refused.prohibited_by_law": "0 0 0 0 0 0 ."}
    told = seen(write(printed(WHOLE | empty)))
    assert {line: told[line] for line in empty} == empty


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["规章", "1", "2", "3"], ["4", "5", "6", ""]], "4 5 6"),
        ([["规章", "1", "2", "3"], ["", "4", "5", "6"]], "4 5 6"),
        ([["规章", "1", "2", "3"], ["4", "—", "6", ""]], "4 - 6"),
    ],
)
def test_a_row_that_begins_where_its_label_stood_has_moved(rows, told):
    further = [
        [LICENSING.row[0].block, "", "", ""],
        ["信息内容", LICENSING.column.label, "", ""],
        [LICENSING.row[-1].label, "7", "", ""],
    ]
    parsed = of_text(bars(["信息内容", *RULES], ["---"] * 4, *rows, *further))
    assert seen(parsed) == {"rules": "1 2 3", "normative_documents": told, "administrative_licensing": "7"}


def test_beside_its_label_a_mark_fills_a_cell_that_the_label_covers():
    head = ["", "nan", *APPLICANTS]
    rows = [[LABELS[line], "nan", *numbers.split()] for line, numbers in WHOLE.items()]
    assert seen(of_page(tables(head, *rows))) == WHOLE


@pytest.mark.parametrize("mark", ["-", "1"])
def test_a_row_that_alone_has_a_cell_more_than_the_others_tells_nothing(mark):
    head = ["信息内容", *RULES]
    rows = [["规章", mark, "1", "6", "4"], ["行政规范性文件", "8", "0", "0"], ["", "", "", ""]]
    parsed = of_text(bars(head, ["---"] * 4, *rows))
    assert seen(parsed) == {"rules": "? ? ?", "normative_documents": "8 0 0"}


def test_two_rows_of_which_the_first_has_no_bar_behind_it_are_two():
    first, second = cells("received", "9 0 0 0 0 0 9"), [LABELS["carried_in"], *"00000", "", ""]
    caption = ["申请人情况", *[""] * 9]
    more = [cells(line, "0 0 0 0 0 . .") for line in ("outcomes.granted", "outcomes.total", "carried_out")]
    told = seen(of_text("\n".join(" | ".join(row) for row in (caption, HEAD, first, second, *more))))
    assert told["received"] == "9 0 0 0 0 0 9"


def test_in_a_table_of_one_row_the_rule_tells_how_many_cells_it_has():
    heads = [slot.column.label for slot in slots(ReviewAndLitigation2021)[:5]]
    table = bars(["---"] * 5, ["1", "8", "0", "0", "3", "5", "53"])
    told = seen(of_text(f"{SECTION_FOUR}\n行政复议\n{bars(heads)}\n{table}"))
    assert told == {"reconsideration": "=18 =0 =0 =35 =53"}


def test_no_key_line_leaves_its_total_empty():
    key_lines = {"received": "18 0 0 1 19 . .", "carried_in": "0 0 0 0 0 . .", "carried_out": "0 0 0 0 0 . ."}
    told = seen(of_text(bars(HEAD, *(cells(line, numbers) for line, numbers in key_lines.items()), KEEPS)))
    assert told["received"] == "? ? ? ? ? ? ?"


@pytest.mark.parametrize("write", [lambda rows: of_text(bars(*rows)), lambda rows: of_page(tables(*rows))])
def test_where_a_number_fell_in_two_the_sum_tells_which(write):
    split = cells("received", "4 0 0 0 0 0 0 40")
    told = seen(write([*printed(WHOLE)[:1], split, *printed(WHOLE)[2:]]))
    assert told["received"] == "=40 =0 =0 =0 =0 =0 =40"
