"""Tables drawn with rules and bars as tables of HTML; what is drawn otherwise stays."""

import pytest

from govdisclosure.readers.drawn_grids import with_drawn_tables
from tests.test_table_sources import html

GRID = """\
+------+---------+
| 信息 | 数量    |
| 内容 |         |
+------+----+----+
| 规章 | 1  |    |
+      +----+----+
|      | /  | 3  |
+------+----+----+"""
CELLS = html([("信息<br>内容", 1, 1), ("数量", 1, 2)], [("规章", 2, 1), "1", ""], ["/", "3"])
BOX = str.maketrans("+-|", "┼─│")


@pytest.mark.parametrize("grid", [GRID, GRID.translate(BOX), GRID.replace("-", "=")])
def test_a_drawn_table_is_written_as_html(grid):
    assert with_drawn_tables(f"甲\n{grid}\n乙 + 丙") == f"甲\n{CELLS}\n乙 + 丙"


def test_columns_may_be_counted_in_characters():
    rule = "+----+----+"
    grid = [rule, "| 信息 | 1  |", "| 内容 |    |", rule, "| 规  | /  |", rule, "| 章  | 3  |", rule]
    expected = html(["信息<br>内容", "1"], ["规", "/"], ["章", "3"])
    assert with_drawn_tables("\n".join(grid)) == expected


def test_tables_with_a_line_for_each_row_are_written_beside_deeper_ones():
    flat = "+----+----+\n| 甲 | 1  |\n+----+----+"
    assert with_drawn_tables(f"{GRID}\n\n{flat}") == f"{CELLS}\n\n{html(['甲', '1'])}"
    assert with_drawn_tables(flat) == flat


@pytest.mark.parametrize(
    "text",
    [
        "规章 | 1\n------\n",
        GRID.replace("| 1  |", "|  1  |"),
        GRID.replace("+----+----+\n| 规", "| 规", 1),
        "+----+\n| 甲 |\n| 乙 |\n+----+",
        "\n".join(["|" * 200] * 3 + ["+--+"] * 5),
    ],
)
def test_what_is_drawn_otherwise_stays(text):
    assert with_drawn_tables(text) == text
