"""Text as lines and grids: what bars and tabs part, what breaks within a cell, where empty cells stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.grid import Document, Grid, Line
from govdisclosure.readers.texts import read_text
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span

GIVEN = Decoding(declared=None, used=None, by=DecodedBy.CALLER)


def read(text):
    document = read_text(text, GIVEN)
    for block in document.blocks:
        for piece in block.cells if isinstance(block, Grid) else (block,):
            assert document.source.at(piece.span) == piece.text
    return document


def shape(block):
    """A line as its text, in a list if it is a cell; a grid as its rows, in a tuple if its cells may have moved."""
    if isinstance(block, Line):
        return [block.text] if block.cell else block.text
    rows = [[cell.text for cell in row] for row in block.rows()]
    return rows if block.in_place else tuple(rows)


def shapes(text):
    return [shape(block) for block in read(text).blocks]


def test_a_text_is_read_whole():
    text = "甲县年报\n\n规章 | 3 | |\n处罚\n"
    document = read(text)
    grid = document.blocks[1]
    assert document == Document(
        Source(text, Media.TEXT, GIVEN),
        (Line("甲县年报", Span(0, 4)), grid, Line("处罚", Span(17, 19))),
    )
    assert [(cell.text, cell.span, cell.row, cell.column) for cell in grid.cells] == [
        ("规章", Span(6, 8), 0, 0),
        ("3", Span(11, 12), 0, 1),
        ("", Span(14, 14), 0, 2),
    ]
    assert (grid.height, grid.width, grid.number, grid.in_place) == (1, 3, 0, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n　\n", []),
        ("规章 1\n\n 处罚 2 ", ["规章 1", " 处罚 2 "]),
        ("规章\r\n1\r2", ["规章", "1", "2"]),
        ("规章\f1\v2\x853\u20284\u20295", ["规章", "1", "2", "3", "4", "5"]),
        ("规章\x001", ["规章 1"]),
        ("甲、乙、丙", ["甲、乙、丙"]),
    ],
)
def test_lines(text, expected):
    assert shapes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规章 | 1 | 2\n许可 | 3 | 4", [["规章", "1", "2"], ["许可", "3", "4"]]),
        ("规章 | 1 | 2 |\n许可 | 3 | 4 |", [["规章", "1", "2"], ["许可", "3", "4"]]),
        ("| 规章 | 1 | 2 |\n| 许可 | 3 | 4 |", [["规章", "1", "2"], ["许可", "3", "4"]]),
        (" | 规章|1|2 |  \n|许可|3|4|", [["规章", "1", "2"], ["许可", "3", "4"]]),
        ("规章  | 1  |\n许可  | 3  |  ", [["规章", "1"], ["许可", "3"]]),
        ("规章｜1｜\n│许可│3│\n┃处罚┃5┃", [["规章", "1"], ["许可", "3"], ["处罚", "5"]]),
        ("条例 | |||\n规章 | 1 | 2 | 3 |", [["条例", "", "", ""], ["规章", "1", "2", "3"]]),
        ("规章 | 1 | |\n许可 | 3 | |", [["规章", "1", ""], ["许可", "3", ""]]),
    ],
)
def test_bars_part_cells_and_frame_rows(text, expected):
    assert shapes(text) == [tuple(expected)]


@pytest.mark.parametrize(
    "text",
    [
        "|规章|1||\n|许可||4|",
        "规章 | 1 | |\n许可 | | 4 |",
        "规章\t1\t\n许可\t\t4",
        "规章\t1\t\n\u3000许可\u3000\t \t4",
        "| 规章 | 1 | |\n|---|:-:|---|\n| 许可 | | 4 |",
        "|规章|1||\n|-|-|-|\n|许可||4|",
    ],
)
def test_empty_cells_stay_where_a_text_keeps_them(text):
    assert shapes(text) == [[["规章", "1", ""], ["许可", "", "4"]]]


def test_a_rule_keeps_the_empty_cells_of_its_grid():
    assert shapes("| 规章 | 1 | |\n|---|---|---|\n| 许可 | 3 | |") == [[["规章", "1", ""], ["许可", "3", ""]]]


@pytest.mark.parametrize(
    "rule", ["+---+---+---+", "├───┼───┼───┤", "╞═══╪═══╪═══╡", "|   +---+---|", "----+---+----", "+:--+--:+===+"]
)
def test_rules_between_rows_keep_them_one_grid(rule):
    text = f"{rule}\n| 规章 | 1 | |\n{rule}\n| 许可 | 3 | |\n{rule}"
    assert shapes(text) == [[["规章", "1", ""], ["许可", "3", ""]]]


def test_lines_of_signs_under_heads_are_left_out():
    assert shapes("规章  制发\n----  ----\n====\n许可  ——  ---") == ["规章  制发", "许可  ——  ---"]


def test_bars_at_the_ends_of_some_rows_part_empty_cells():
    text = "条例 |  | 1 | 2\n  | 规章 | 3 |\n  | 许可 | 4 | 5\n强制 |  | 6 | 7"
    assert shapes(text) == [
        [["条例", "", "1", "2"], ["", "规章", "3", ""], ["", "许可", "4", "5"], ["强制", "", "6", "7"]]
    ]


def test_rows_end_with_their_table_where_cells_that_span_rows_are_left_out():
    (grid,) = read("| | | |\n|---|---|---|\n| 条例 | 规章 | 1 |\n| 许可 | 3 |\n| 合计 | 件 |\n").blocks
    assert [[cell.column for cell in row] for row in grid.rows()] == [[0, 1, 2], [0, 1, 2], [1, 2], [1, 2]]


@pytest.mark.parametrize("mark", ["-", "--", "—", "——"])
def test_a_row_of_dashes_is_no_rule(mark):
    assert shapes(f"| 规章 | 1 |\n| {mark} | {mark} |") == [(["规章", "1"], [mark, mark])]


def test_one_grid_that_keeps_its_empty_cells_speaks_for_the_others():
    moved, kept = "规章 | 1 | |", "许可 | | 4 |"
    assert shapes(f"{moved}\n文字") == [(["规章", "1", ""],), "文字"]
    assert shapes(f"{moved}\n文字\n{kept}") == [[["规章", "1", ""]], "文字", [["许可", "", "4"]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规章 |\n1 |\n2 |\n许可 |\n3 |\n |", ["规章", "1", "2", "许可", "3", "", ""]),
        ("| \n 规章  | \n 1  | \n 2  |", ["", "规章", "1", "2", ""]),
        ("|", ["", ""]),
    ],
)
def test_bars_with_a_cell_a_line(text, expected):
    assert shapes(text) == [[cell] for cell in expected]


def test_a_table_on_one_line_has_no_rows():
    cells = ["规章", *map(str, range(90))]
    assert shapes("|".join(cells)) == shapes("\t".join(cells)) == [[cell] for cell in cells]


SHEET = '规章,1,"1,234"\n许可,,2\n"强\n制",0,3\n处罚,-1,4\n0,5,6,,\n收费,7,8\n采购,12.5,9\n'
SHEET_ROWS = [
    *(["规章", "1", "1,234"], ["许可", "", "2"], ["强\n制", "0", "3"], ["处罚", "-1", "4"], ["0", "5", "6", "", ""]),
    *(["收费", "7", "8"], ["采购", "12.5", "9"]),
]


def test_a_sheet_saved_with_commas():
    assert shapes(SHEET) == [SHEET_ROWS]
    assert shapes(SHEET.replace(",", ";").replace("1;234", "1,234").replace("-1", "－1"))[0][0] == SHEET_ROWS[0]


def test_quotation_marks_around_a_line_are_no_part_of_it():
    assert shapes('"一、总体情况"\n"甲"和"乙"') == ["一、总体情况", '"甲"和"乙"']


@pytest.mark.parametrize("text", ['"三安全\n一稳定', '"甲\n乙"丙"', "\n".join(['"甲', *"乙" * 50])])
def test_quotation_marks_that_hold_no_cell(text):
    assert len(shapes(text)) == text.count("\n") + 1


def test_number_with_separators_are_no_rows():
    assert shapes("1,234\n" * 9) == ["1,234"] * 9


def test_bars_alone_between_the_lines_of_a_row():
    assert shapes("规章\n|\n1\n|\n许可") == ["规章", [""], [""], "1", [""], [""], "许可"]


WHOLE = "规章 | 1 | 2 |\n许可 | 3 | 4 |\n强制 | 5 | 6 |\n"
ROWS = [["规章", "1", "2"], ["许可", "3", "4"], ["强制", "5", "6"]]


@pytest.mark.parametrize(
    ("broken", "row"),
    [
        ("处罚 | 7\n | 8 |", ["处罚", "7", "8"]),
        ("处罚\n | 7\n | 8 |", ["处罚", "7", "8"]),
        ("处\n罚 | 7 | 8 |", ["处\n罚", "7", "8"]),
        ("处罚 | 7 |\n", ["处罚", "7"]),
    ],
)
def test_rows_that_break_within_a_cell_are_put_together(broken, row):
    assert shapes(WHOLE + broken) == [(*ROWS, row)]


def test_framed_rows_are_put_together_though_most_lines_are_pieces_of_them():
    head = [f"结果{number}" for number in range(12)]
    framed = "\n".join(f"| {' | '.join(row)} |" for row in ROWS)
    [rows] = shapes(f"| {' | '.join(head)} |\n".replace("结果", "结\n果") + framed)
    assert rows == ([word.replace("结果", "结\n果") for word in head], *ROWS)


def test_rows_that_nothing_frames_are_not_put_together_for_empty_cells_at_their_ends():
    rows = [
        "  | 规章 | 1 | 2",
        "  | 许可 | 3 | 4",
        "  | 强制 | 5 | 6",
        "处罚 | 7 | 8 | ",
        "收费 | 9 | 0 | ",
        "采购 | 1 | 2 | 3 | ",
    ]
    [grid] = shapes("\n".join(["合计 | 甲 | 4 | 5", *rows]))
    assert len(grid) == len(rows) + 1


@pytest.mark.parametrize("text", ["处罚 | 7\n文字", "合计 | 7\n这一行是正文，长于标签的一半。"])
def test_a_row_without_an_end_stays_alone(text):
    row, prose = text.split("\n")
    assert shapes(WHOLE + text) == [(*ROWS, row.split(" | ")), prose]


def test_a_row_is_not_put_together_over_many_lines():
    lines = [f"{number}" for number in range(12)]
    assert shapes(f"{WHOLE}处罚 | 7\n" + "\n".join(lines) + "\n| 8 |")[0] == (*ROWS, ["处罚", "7"])


PIECES = st.sampled_from(["|", "\t", "\n", "---", "规章", "3", " ", "　", "｜", "\r\n", "\0", "\x85", "（", "0\n|\n0"])


@given(st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join))
def test_any_text_gives_blocks_in_step_with_it(text):
    document = read(text)
    assert len(document.source.text) == len(text)
    spans = [
        piece.span for block in document.blocks for piece in (block.cells if isinstance(block, Grid) else (block,))
    ]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = "".join(document.source.at(span) for span in spans)
    assert [character for character in covered if character.isalnum()] == [
        character for character in text if character.isalnum()
    ]


@pytest.mark.parametrize("piece", ["|", "1|", "|1\n", "规章 | 1\n", "|\n", "\t", "1\t\n", "---|", "\n", "规章 1 2 3 "])
def test_long_hostile_text_is_read_to_its_end(piece):
    text = piece * 10_000
    document = read(text)
    assert sum(map(len, (block.cells if isinstance(block, Grid) else [block] for block in document.blocks))) <= 20_001


def test_a_long_rule_with_a_number_behind_it_is_a_line():
    assert [block.text for block in read(f"{'-' * 200}1\n{'- ' * 90}\n{'-' * 200}").blocks] == [
        f"{'-' * 200}1",
        "- " * 90,
    ]
