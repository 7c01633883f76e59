"""Labels that wrap around their numbers, on pages whose text stands at places."""

import pytest

from govdisclosure.readers.pieces import Piece, unit_of
from govdisclosure.readers.wrapped import lines_of


def width(text):
    return sum(1 if character.isascii() else 2 for character in text)


def piece(text, x, y):
    return Piece(0, 0, x, y, text, width(text))


def centred(text, middle, y, unit=6):
    return piece(text, middle - unit * width(text) / 2, y)


def seen(*pieces):
    """The lines of a page whose half-width characters are six pixels wide."""
    return [
        " ".join(piece.text for piece in sorted(line, key=lambda piece: piece.x)) for line in lines_of(pieces, unit=6)
    ]


def row(y, *numbers):
    return [piece(number, 200 + 60 * place, y) for place, number in enumerate(numbers)]


def label(y, *lines, leading=14):
    """A label around a height, centred in its column."""
    top = y - leading * (len(lines) - 1) / 2
    return [centred(line, 100, top + leading * place) for place, line in enumerate(lines)]


def test_labels_that_wrap_stand_whole_before_their_numbers():
    two, three = label(20, "属于国", "家秘密"), label(60, "属于行", "政执法", "案卷")
    assert seen(*two, *row(20, "1", "2"), *three, *row(60, "3"), *label(90, "重复申请"), *row(90, "4", "-")) == [
        "属于国家秘密",
        "1 2",
        "属于行政执法案卷",
        "3",
        "重复申请 4 -",
    ]


def test_the_heights_of_the_numbers_part_labels_that_nothing_else_parts():
    pieces = [
        piece(text, 80, 14 * place) for place, text in enumerate(["甲一", "甲二", "乙一", "丙一", "丙二", "丙三"])
    ]
    assert seen(*pieces, *row(7, "1"), *row(28, "2"), *row(56, "3")) == ["甲一甲二", "1", "乙一 2", "丙一丙二丙三", "3"]


def test_a_group_keeps_its_lines_where_no_row_is_at_its_height():
    group = [piece("不予", 20, 33), piece("公开", 20, 47)]
    assert seen(*group, *label(20, "秘密"), *row(20, "1"), *label(60, "案卷"), *row(60, "2")) == [
        "秘密 1",
        "不予",
        "公开",
        "案卷 2",
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        [
            piece("全年收到申请", 0, 0),
            piece("件，上年", 0, 20),
            piece("12", 48, 20),
            piece("件。", 60, 20),
            piece("办结", 0, 40),
        ],
        [piece("收到", 0, 0), piece("申请共", 0, 20), piece("12", 37, 20), piece("件", 0, 40)],
    ],
    ids=["words behind", "close to the words"],
)
def test_a_number_in_a_sentence_puts_no_lines_together(pieces):
    assert [len(line) for line in lines_of(pieces, unit=6)] == [1, len(pieces) - 2, 1]


def test_text_far_apart_or_out_of_line_is_no_label():
    far = [piece("甲", 0, 0), piece("乙", 0, 40), *row(20, "1")]
    aside = [piece("甲", 0, 13), piece("乙", 30, 27), *row(20, "1")]
    assert (seen(*far), seen(*aside)) == (["甲", "1", "乙"], ["甲", "1", "乙"])


def test_any_number_of_pieces_is_no_danger():
    pieces = [piece("字" if place % 3 else "1", place % 7, place / 50) for place in range(20_000)]
    assert sum(map(len, lines_of(pieces, unit=6))) <= len(pieces)


def test_the_width_of_a_character_is_told_by_text_that_is_centred():
    cells = [
        centred("字" * (1 + (place + column) % 4), 100 * column, 14 * place)
        for place in range(8)
        for column in range(1, 4)
    ]
    assert unit_of([cells]) == pytest.approx(6)
    left = [
        piece("字" * (1 + (place + column) % 4), 100 * column, 14 * place) for place in range(8) for column in range(3)
    ]
    assert unit_of([left]) == pytest.approx(100 / 8)
    assert unit_of([[]]) == unit_of([[piece("字", 0, 0)]]) == 8
