"""What tables, cells and figures of the prose are called."""

import re

import pytest

from govdisclosure.editions import slot_at
from govdisclosure.finding import Message
from govdisclosure.names import OWN_SUBJECTS, cell_name, joined, line_name, subject_name, table_name
from govdisclosure.narrative import SUBJECTS

SLOT = slot_at("requests.outcomes.refused.state_secret.natural_person")
NAMES = tuple(Message(word, word) for word in "甲乙丙丁")


def test_a_cell_its_line_and_its_table_are_called_by_their_labels():
    assert cell_name(SLOT) == Message(
        "“三、本年度办理结果/（三）不予公开/1.属于国家秘密”的“自然人”",
        "requests.outcomes.refused.state_secret.natural_person",
    )
    assert line_name(SLOT).zh == "“三、本年度办理结果/（三）不予公开/1.属于国家秘密”"
    assert table_name(SLOT.form) == Message("表三（收到和处理政府信息公开申请情况）", "table three (requests)")


def test_of_a_long_list_the_first_are_named_and_all_are_counted():
    assert joined(NAMES) == Message("甲、乙、丙、丁", "甲, 乙, 丙, 丁")
    assert joined(NAMES[:3], "行") == Message("甲、乙、丙", "甲, 乙, 丙")
    assert joined(NAMES, "行") == Message("甲、乙、丙等4行", "甲, 乙, 丙 and 1 more")


@pytest.mark.parametrize("name", sorted({subject.name for subject in SUBJECTS}))
def test_all_that_the_prose_counts_has_a_chinese_name(name):
    assert re.fullmatch(r"“[^A-Za-z]+”", subject_name(name).zh)
    assert subject_name(name).en == name


def test_what_no_form_asks_for_is_what_the_prose_counts():
    assert OWN_SUBJECTS.keys() <= {subject.name for subject in SUBJECTS}


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("requests.received", "“一、本年新收政府信息公开申请数量”"),
        ("requests.received.natural_person", "“一、本年新收政府信息公开申请数量”的“自然人”"),
        ("requests.outcomes.refused", "“（三）不予公开”"),
        ("review_and_litigation.litigation.upheld", "“行政诉讼”的“结果维持”"),
        ("review_and_litigation.reconsideration.upheld", "“行政复议”的“结果维持”"),
        ("proactive_disclosure.rules.issued", "“规章”的“本年制发件数”"),
        ("requests_by_channel.online", "“网上申请”"),
    ],
)
def test_a_figure_of_the_prose_is_called_by_the_labels_of_the_form(subject, name):
    assert subject_name(subject).zh == name
