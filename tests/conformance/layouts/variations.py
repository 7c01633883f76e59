"""Words, figures and encodings, varied over a page of HTML, rows, lines and bars."""

from collections.abc import Callable, Iterator

from attrs import evolve

from tests.conformance import figures, wordings
from tests.conformance.layouts import bars, markup, plaintext
from tests.conformance.layouts.layout import Layout, unchanged
from tests.conformance.sheets import Figures, Style, Wording, as_declared, plain

BASES = {
    "html": markup.page(),
    "rows": plaintext.text(plaintext.rows(" ")),
    "lines": plaintext.text(plaintext.cells(), "\n\n"),
    "bars": plaintext.text(bars.trailing),
}

LABELS: dict[str, Wording] = {
    "loose_enumerators": wordings.loose_enumerators,
    "spaced_labels": wordings.spaced,
    "broken_labels": wordings.broken,
    "truncated_labels": wordings.truncated,
    "annotated_labels": wordings.annotated,
    "captions_short": wordings.captions_short,
    "captions_bare": wordings.captions_bare,
    "labels_with_year": wordings.with_year,
    "heads_cut": wordings.heads_cut,
    "labels_with_unit": wordings.with_unit,
    "ringed_enumerators": wordings.ringed,
    "aliases": wordings.aliased,
    "labels_without_enumerators": wordings.without_enumerators,
}
FIGURES: dict[str, Figures] = {
    "full_width_digits": figures.full_width,
    "commas": figures.commas,
    "full_width_commas": figures.full_width_commas,
    "spaced_thousands": figures.spaced,
    "hard_spaced_thousands": figures.hard_spaced,
    "padded_numbers": figures.padded,
    "invisible_in_numbers": figures.invisible,
    "floating_counts": figures.floating,
    "zero_in_words": figures.zero_in_words,
    "letters_for_digits": figures.lettered,
    "units": figures.with_unit,
    "signs": figures.signed,
    "changes_in_words": figures.in_words,
    "two_decimals": figures.two_decimals,
}
TEXTS: dict[str, Callable[[str], str]] = {
    "half_width_brackets": wordings.half_width,
    "traditional": wordings.traditional,
    "traditional_pronounced": wordings.pronounced,
    "taiwanese": wordings.taiwanese,
    "question_marks": wordings.question_marks,
    "invisible_in_words": wordings.invisible,
    "masked": wordings.masked,
    "doubled_commas": wordings.doubled_commas,
    "unnumbered_headings": wordings.unnumbered,
}
#: What no reader can be sure of.
UNCERTAIN = {"letters_for_digits"}
#: What does not make sense together: a space parts cells in rows.
LEFT_OUT = {
    ("rows", "spaced_thousands"),
    ("rows", "hard_spaced_thousands"),
    ("rows", "padded_numbers"),
    ("rows", "broken_labels"),
}


def _varied() -> Iterator[Layout]:
    for base, render in BASES.items():
        for name in (*LABELS, *FIGURES, *TEXTS):
            if (base, name) not in LEFT_OUT:
                style = Style(labels=LABELS.get(name, as_declared), figures=FIGURES.get(name, plain))
                certain = name not in UNCERTAIN
                yield Layout(f"{base}_{name}", render, style, after=TEXTS.get(name, unchanged), certain=certain)


def _encoded(encoding: str, declared: str | None) -> Callable[[str], bytes]:
    """Written in one encoding, declaring one (or none)."""

    def encode(text: str) -> bytes:
        meta = f'<meta charset="{declared}">' if declared else ""
        return text.replace('<meta charset="utf-8">', meta).encode(encoding)

    return encode


ENCODINGS = {
    "utf8": ("utf-8", "utf-8"),
    "utf8_undeclared": ("utf-8", None),
    "utf8_mark": ("utf-8-sig", None),
    "gbk": ("gbk", "gb2312"),
    "gbk_undeclared": ("gbk", None),
    "gbk_declared_utf8": ("gbk", "utf-8"),
    "utf8_declared_gbk": ("utf-8", "gbk"),
    "gb18030": ("gb18030", "gb18030"),
    "utf16": ("utf-16", None),
}

LAYOUTS = (
    *_varied(),
    *(Layout(f"html_in_{name}", BASES["html"], encode=_encoded(*pair)) for name, pair in ENCODINGS.items()),
    *(
        Layout(f"rows_in_{name}", BASES["rows"], encode=_encoded(pair[0], None))
        for name, pair in ENCODINGS.items()
        if pair[1] is None
    ),
)

#: Several changes at once.
MIXED = (
    Layout(
        "html_blanks_traditional_loose",
        BASES["html"],
        evolve(plaintext.BLANK_THIRD, labels=wordings.loose_enumerators, figures=figures.full_width),
        after=wordings.traditional,
    ),
    Layout(
        "lines_marks_annotated_signs",
        BASES["lines"],
        evolve(plaintext.MARKS, labels=wordings.annotated, figures=figures.signed),
        after=wordings.half_width,
    ),
    Layout(
        "bars_marks_pronounced_commas",
        BASES["bars"],
        evolve(plaintext.MARKS, figures=figures.commas),
        after=wordings.pronounced,
    ),
    Layout(
        "bars_in_place_blanks_taiwanese", plaintext.text(bars.in_place), plaintext.BLANK_THIRD, after=wordings.taiwanese
    ),
    Layout(
        "bars_in_place_marks_broken_labels",
        plaintext.text(bars.in_place),
        evolve(plaintext.MARKS, labels=wordings.broken),
    ),
)
