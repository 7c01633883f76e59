"""Findings that are known and left alone."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.baseline import Applied, Baseline, Suppression
from govdisclosure.checking import check
from govdisclosure.errors import DamagedData
from tests.balanced import written

TODAY = dt.date(2026, 5, 1)
FINDINGS = check(
    written(
        {
            "review_and_litigation.reconsideration.upheld": 11,
            "review_and_litigation.reconsideration.total": 0,
            "requests.received.natural_person": 2,
            "requests.received.total": 1,
            "proactive_disclosure.administrative_penalty.decisions": -1,
        }
    ),
    select=["GD201", "GD303", "GD401"],
)
DOMAIN, LINE, GROUP = FINDINGS


def test_entries_by_fingerprint_and_by_code():
    by_print = Suppression(fingerprint=LINE.fingerprint, reason="已核实")
    by_code = Suppression(code="GD401", reason="已核实", expires=TODAY)
    mended = Suppression(code="GD301", reason="已核实")
    gone = Suppression(fingerprint="0" * 16, reason="已核实")
    over = Suppression(code="GD201", reason="已核实", expires=TODAY - dt.timedelta(days=1))
    baseline = Baseline((by_print, by_code, mended, gone, over))
    assert baseline.apply(iter(FINDINGS), TODAY) == Applied((DOMAIN,), (LINE, GROUP), (mended, gone), (over,))


@pytest.mark.parametrize(("language", "words"), [("zh", "总计为1，各类申请人之和"), ("en", "the total is 1, the sum")])
def test_an_entry_says_in_a_comment_what_it_is_about(language, words):
    text = Baseline.of([LINE], "原件如此", language=language).dump()
    comment, *entry = text.splitlines()
    assert comment.startswith("# GD303 ")
    assert words in comment
    assert entry == ["[[suppress]]", f'fingerprint = "{LINE.fingerprint}"', 'reason = "原件如此"']


def test_a_comment_is_one_line_of_any_words():
    entry = Suppression(code="GD101", reason="原件如此", about="一\n[[suppress]]\r\x00\x7f二\ud800" + ".x" * 100)
    assert Baseline.load(Baseline((entry,)).dump()).suppressions == (entry,)


def test_an_empty_baseline_keeps_all():
    assert Baseline.load("").apply(FINDINGS, TODAY) == Applied(FINDINGS, (), (), ())


def test_a_baseline_of_findings_leaves_none():
    baseline = Baseline.of([*FINDINGS, LINE], "原件如此", TODAY)
    assert len(baseline.suppressions) == 3
    again = Baseline.load(baseline.dump())
    assert again == baseline
    assert again.apply(FINDINGS, TODAY).kept == ()
    assert again.apply(FINDINGS, TODAY + dt.timedelta(days=1)).kept == FINDINGS


def test_what_a_person_writes():
    text = """
    # 已知问题
    [[suppress]]
    code = "GD304"
    reason = '本市惯例'

    [[suppress]]
    fingerprint = "0f3a5c7e9b1d2468"
    reason = "原件如此"
    expires = 2026-12-31
    """
    assert Baseline.load(text) == Baseline(
        (
            Suppression(code="GD304", reason="本市惯例"),
            Suppression(fingerprint="0f3a5c7e9b1d2468", reason="原件如此", expires=dt.date(2026, 12, 31)),
        )
    )
    assert Baseline.load(text).dump() == (
        '[[suppress]]\ncode = "GD304"\nreason = "本市惯例"\n\n'
        '[[suppress]]\nfingerprint = "0f3a5c7e9b1d2468"\nreason = "原件如此"\nexpires = 2026-12-31\n'
    )


REASONS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
ENTRIES = st.builds(Suppression, fingerprint=st.from_regex("[0-9a-f]{16}", fullmatch=True), reason=REASONS) | st.builds(
    Suppression, code=st.sampled_from(["GD101", "GD999"]), reason=REASONS, expires=st.none() | st.dates()
)


@given(st.lists(ENTRIES).map(tuple).map(Baseline))
def test_what_is_written_is_read_back(baseline):
    assert Baseline.load(baseline.dump()) == baseline


def test_a_reason_may_have_any_number_of_dots():
    entry = Suppression(code="GD101", reason="待查" + "." * 100)
    assert Baseline.load(Baseline((entry,)).dump()).suppressions == (entry,)


DAMAGED = [
    ("[[suppress]", "baseline"),
    ("x = 1", "x"),
    ("suppress = 1", "suppress"),
    ("suppress = [1]", "suppress[0]"),
    ('[[suppress]]\nreason = "a"', "suppress[0]"),
    ('[[suppress]]\ncode = "GD101"\nfingerprint = "0f3a5c7e9b1d2468"\nreason = "a"', "suppress[0]"),
    ('[[suppress]]\ncode = "GD101"\nreason = "a"\n[[suppress]]\ncode = "GD1"\nreason = "a"', "suppress[1].code"),
    ('[[suppress]]\nfingerprint = "0F3A"\nreason = "a"', "suppress[0].fingerprint"),
    ('[[suppress]]\nfingerprint = 1\nreason = "a"', "suppress[0].fingerprint"),
    ('[[suppress]]\ncode = "GD101"', "suppress[0].reason"),
    ('[[suppress]]\ncode = "GD101"\nreason = " "', "suppress[0].reason"),
    ('[[suppress]]\ncode = "GD101"\nreason = "a"\nexpires = "2026-12-31"', "suppress[0].expires"),
    ('[[suppress]]\ncode = "GD101"\nreason = "a"\nexpires = 2026-12-31T00:00:00', "suppress[0].expires"),
    ('[[suppress]]\ncode = "GD101"\nreason = "a"\nuntil = 2026-12-31', "suppress[0].until"),
    ("x = " + "[" * 100_000, "baseline"),
    ("x = " + "9" * 5000, "baseline"),
    ("x" + ".x" * 100_000 + " = 1", "baseline"),
    ("x" + '."."' * 100_000 + " = 1", "baseline"),
]


@pytest.mark.parametrize(("text", "path"), DAMAGED)
def test_a_damaged_baseline_says_where(text, path):
    with pytest.raises(DamagedData) as caught:
        Baseline.load(text)
    assert caught.value.path == path


@given(st.text())
def test_any_text_is_a_baseline_or_damaged(text):
    with suppress(DamagedData):
        assert Baseline.load(Baseline.load(text).dump()) == Baseline.load(text)
