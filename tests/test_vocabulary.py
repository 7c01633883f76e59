"""The printed words of the forms, looked up as pages print them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.editions import TABLES
from govdisclosure.filling.context import attributes_meant, cells_of, group_alike, line_meant, line_order, widths_of
from govdisclosure.form import form_of, slots
from govdisclosure.vocabulary import LONGEST_LABEL, Role, is_fragment, lookup, segment, terms
from govdisclosure.wording import enumerated
from tests.conformance import wordings
from tests.labels import CAPTIONS, LABELS, STUBS, TITLES

WORDS = (*LABELS, *CAPTIONS, *STUBS, *TITLES)


def meanings(words):
    """What declared words head."""
    parts = enumerated(words)
    return {term.meaning for term in terms() if (term.enumerator, term.key) == (parts.enumerator, parts.key)}


def found(text):
    """What a text heads, as far as it is the likeliest: all that the first term's wording heads."""
    first, *others = lookup(text)
    return {term.meaning for term in (first, *others) if (term.enumerator, term.key) == (first.enumerator, first.key)}


def restyled(pattern, style):
    """Another enumerator for those that look like a pattern."""
    return lambda label: re.sub(pattern, style, label)


CHINESE = "一二三四五六七八九十"
DIGIT = r"^(\d)\."
PAREN = rf"^（([{CHINESE}])）"
NUMERAL = rf"^([{CHINESE}])、"
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}

VARIANTS = {
    "as declared": str,
    "half-width brackets": wordings.half_width,
    "full-width figures": lambda label: label.translate(WIDE),
    "traditional": wordings.traditional,
    "pronounced": wordings.pronounced,
    "Taiwan's words": wordings.taiwanese,
    "spaces between all characters": " ".join,
    "spaces around": "\u3000 {}\t".format,
    "broken by a line": lambda label: f"{label[: len(label) // 2]}\n{label[len(label) // 2 :]}",
    "invisible characters": wordings.invisible,
    "masked": lambda label: label.replace("本机关", "****"),
    "question marks before": "????{}".format,
    "colon behind": "{}：".format,
    "captions short": wordings.captions_short,
    "captions bare": wordings.captions_bare,
    "other brackets": lambda label: label.translate(str.maketrans("（）", "〔］")),
    "1．": restyled(DIGIT, r"\1．"),
    "1、": restyled(DIGIT, r"\1、"),
    "1)": restyled(DIGIT, r"\1)"),
    "（1）": restyled(DIGIT, r"（\1）"),
    "1 .": restyled(DIGIT, r"\1 . "),
    "1": restyled(DIGIT, r"\1"),
    "①": wordings.ringed,
    "（一）、": restyled(PAREN, r"（\1）、"),
    "( 一 )": restyled(PAREN, r"( \1 ) "),
    "㈠": restyled(PAREN, lambda match: chr(ord("㈠") + CHINESE.index(match[1]))),
    "一.": restyled(NUMERAL, r"\1."),
    "一，": restyled(NUMERAL, r"\1，"),
    "一,、": restyled(NUMERAL, r"\1,、"),
    "一 、": restyled(NUMERAL, r"\1 、"),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_every_declared_word_looks_itself_up(variant):
    assert {words: found(variant(words)) for words in WORDS} == {words: meanings(words) for words in WORDS}


@pytest.mark.parametrize(
    "note", ["（件）", "（含上年结转的1件）", "(设区的市（含自治州）应提供)", "［见附表］", "（截至12月31日"]
)
def test_a_note_in_brackets_is_looked_through(note):
    # what stands in brackets is all that tells one caption from another
    noted = [words for words in (*LABELS, *STUBS, *TITLES) if not words.startswith("（本列")]
    assert {words: found(words + note) for words in noted} == {words: meanings(words) for words in noted}
    assert {lookup(words + note)[0].role for words in CAPTIONS} == {Role.BLOCK}


def test_words_without_their_last_character_are_looked_up_where_enough_is_left():
    long = [words for words in LABELS if len(enumerated(words).key) > 4]
    assert {words: found(words[:-1]) for words in long} == {words: meanings(words) for words in long}


def test_words_that_lost_their_enumerator_are_looked_up():
    bare = {enumerated(words).key: words for words in LABELS}
    unsure = {"其他", "总计", "合计"}  # the words of columns, too
    assert {word: found(word) for word in bare if word not in unsure} == {
        word: meanings(words) for word, words in bare.items() if word not in unsure
    }


@pytest.mark.parametrize(
    "text",
    [
        "其他主动公开文件",
        "行政检查",
        "行政确认",
        "行政奖励",
        "行政处罚决定",
        "行政复议数",
        "行政诉讼数量",
        "申请总数",
        "主动公开信息数",
        "统计指标",
        "小计",
        "备注",
        "序号",
        "数据1",
        "自",
        "结果",
        "",
        "1",
        "一",
        "（三）",
        "/",
        "（一）主动公开",
        "二、依申请公开",
        "一、总体情况",
        "规章3件",
        "全年共办理行政许可25件。",
        "予以公开3件，部分公开1件，不予公开2件",
        "本年新收政府信息公开申请3件，上年结转0件",
        "因政府信息公开被申请行政复议1件，提起行政诉讼0件",
        "规章" * (LONGEST_LABEL // 2 + 1),
    ],
)
def test_prose_and_lines_of_other_tables_are_no_words_of_the_forms(text):
    assert lookup(text) == ()


@given(st.text(max_size=30) | st.lists(st.sampled_from([*WORDS, " ", "1", "（", "）"]), max_size=4).map("".join))
def test_any_text_can_be_looked_up_and_parted(text):
    assert len(set(lookup(text))) == len(lookup(text))
    assert all(piece.words for piece in segment(text))
    assert sum(len(piece.words) for piece in segment(text)) <= len(text)


@pytest.mark.parametrize("piece", ["规章", "（", "规章（", "行政", "1.", "一、", "其他 ", "/", "a/", "本年新收"])
def test_long_hostile_text_is_parted_to_its_end(piece):
    text = piece * 700
    assert lookup(text) == ()
    assert len("".join(part.words for part in segment(text))) <= len(text)


@pytest.mark.parametrize(
    ("words", "table", "last", "line"),
    [
        ("3.其他", "requests", None, "outcomes.other.residual"),
        ("其他", "requests", "outcomes.other.fee_unpaid", "outcomes.other.residual"),
        ("其他", "requests", "outcomes.not_processed.confirm_or_reissue", "outcomes.other_handling"),
        ("（六）其他", "requests", None, "outcomes.other_handling"),
        ("（七）总计", None, None, "outcomes.total"),
        ("总计", "requests", "outcomes.other.residual", "outcomes.total"),
        ("合计", "requests", "outcomes.other_handling", "outcomes.total"),
        ("重复申请", "requests", None, "outcomes.not_processed.duplicate"),
        ("规范性文件", "proactive_disclosure", None, "normative_documents"),
        ("行政复议", None, None, "reconsideration"),
        ("自然人", "requests", None, None),
        ("小计", "requests", None, None),
    ],
)
def test_short_words_mean_the_line_that_is_next(words, table, last, line):
    meant = line_meant(lookup(words), table, last)
    assert (meant and meant.path) == line


@pytest.mark.parametrize(
    ("words", "table", "attributes"),
    [
        ("其他", "requests", {"other_organization"}),
        ("其他", "review_and_litigation", set()),
        ("总计", "requests", {"total"}),
        ("总计", "review_and_litigation", {"total"}),
        ("总计", "proactive_disclosure", set()),
        ("本年新", "proactive_disclosure", {"newly_made", "newly_disclosed"}),
        ("结果维持", None, {"upheld"}),
        ("规章", "proactive_disclosure", set()),
    ],
)
def test_short_words_mean_the_columns_of_their_table(words, table, attributes):
    assert attributes_meant(lookup(words), table) == attributes


def test_the_lines_of_all_editions_have_one_order():
    for table in TABLES:
        own = list(dict.fromkeys(slot.path.rpartition(".")[0] for slot in slots(table)))
        order = line_order(form_of(table).name)
        assert sorted(own, key=order.index) == own
        assert [slot for line in order for slot in cells_of(table, line)] == list(slots(table))
    order = line_order("requests")
    assert order.index("outcomes.other_handling") + 1 == order.index("outcomes.other.not_corrected_in_time")
    assert {line: group_alike("requests", line) for line in order if group_alike("requests", line)} == {
        "outcomes.other_handling": "outcomes.other"
    }
    assert widths_of("proactive_disclosure", "administrative_licensing") == (1, 3)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("信息内容本年制发件数 本年废止 件数", ["信息内容", "本年制发件数", "本年废止件数"]),
        ("3. 危及 “三安全 一稳定”", ["3危及三安全一稳定"]),
        ("三、本年度办理结果 （一）予以公开", ["三本年度办理结果", "一予以公开"]),
        ("1.属于国家秘密 2.其他法律行政法规禁止公开", ["1属于国家秘密", "2其他法律行政法规禁止公开"]),
        ("规章（设区的市）规范性文件（含行政许可）", ["规章", "规范性文件"]),
        ("", []),
    ],
)
def test_a_text_is_parted_into_words_of_the_forms(text, pieces):
    parted = segment(text)
    assert [piece.words for piece in parted] == pieces
    assert all(piece.found for piece in parted)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("其他主动公开文件", [("其他主动公开文件", False)]),
        ("商业 科研", [("商业", True), ("科研", True)]),
        ("办理 完毕 规章", [("办理", True), ("完毕", False), ("规章", False)]),
    ],
)
def test_what_is_no_word_of_the_forms_is_left_as_it_is(text, pieces):
    assert [(piece.words, piece.is_fragment) for piece in segment(text)] == pieces


def test_a_fragment_is_one_of_a_table():
    assert is_fragment("商业")
    assert is_fragment("商业", "requests")
    assert not is_fragment("商业", "review_and_litigation")
