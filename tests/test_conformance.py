"""The conformance suite, small: nothing is read wrongly anywhere, and everything where nothing is damaged."""

import pytest

from govdisclosure.identities import identities
from govdisclosure.parsing import parse
from tests.conformance.damage import DAMAGES, Damage
from tests.conformance.layouts import LAYOUTS
from tests.conformance.layouts.layout import Layout
from tests.conformance.mixtures import mixture
from tests.conformance.outcomes import Outcome
from tests.conformance.scoring import case, run
from tests.conformance.truths import FORMS, truth


def _param(way, number):
    return pytest.param(way, number % 12, id=way.name)  # all forms come up


def ways(all_ways):
    return [_param(way, number) for number, way in enumerate(all_ways)]


@pytest.mark.parametrize(("layout", "seed"), ways(LAYOUTS))
def test_layouts_are_read(layout: Layout, seed: int):
    result = run(layout, [seed], parse)
    assert not result.crashes
    wrong = [f"{verdict}" for _, verdict in result.faults if layout.certain or verdict.outcome is Outcome.WRONG]
    assert wrong == []


@pytest.mark.parametrize("seed", [*range(40), 822])  # 822: one number under the head of last year, none under this
def test_mixtures_of_variations_are_not_read_wrongly(seed: int):
    result = run(mixture(seed), [seed], parse)
    assert not result.crashes
    assert [f"{verdict}" for _, verdict in result.faults if verdict.outcome is Outcome.WRONG] == []


@pytest.mark.parametrize(("damage", "seed"), ways(DAMAGES))
def test_damaged_documents_are_not_read_wrongly(damage: Damage, seed: int):
    result = run(damage, [seed], parse)
    assert not result.crashes
    assert [f"{verdict}" for _, verdict in result.faults if verdict.outcome is Outcome.WRONG] == []


@pytest.mark.parametrize("forms", FORMS)
def test_truths_satisfy_every_identity(forms: str):
    for seed in range(40):
        true = truth(seed, forms)
        for identity in (identity for form in FORMS[forms][1:] for identity in identities(form)):
            left, right = (sum(true.values[address] for address in side) for side in (identity.left, identity.right))
            assert (seed, identity.label, left) == (seed, identity.label, right)
        assert all(value >= 0 for address, value in true.values.items() if not address.endswith("item_change"))


@pytest.mark.parametrize("way", [*LAYOUTS, *DAMAGES], ids=lambda way: way.name)
def test_a_seed_gives_one_document(way: Layout | Damage):
    assert case(way, 5) == case(way, 5)


def test_every_number_of_a_clean_page_stands_in_its_document():
    printed = case(LAYOUTS[0], 11)
    assert all(f">{expected.value}<" in printed.document for expected in printed.expected.values())


def test_names_are_unique():
    names = [way.name for way in (*LAYOUTS, *DAMAGES)]
    assert len(names) == len(set(names))
