"""True reports: seeded, realistic, every identity of the form holding.

Most cells are 0, 自然人 dominates, now and then an agency is large: as real reports are.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from random import Random

from attrs import frozen

from govdisclosure.editions import y2019, y2021
from govdisclosure.form import Kind, Slot, slots
from govdisclosure.identities import Identity, identities
from govdisclosure.reading import Number

PLACES = ("青溪县", "临河市", "白石镇", "长岭区", "南浦市", "云台县", "东渡乡", "安平区", "石桥街道", "北川新区")
BODIES = (
    "人民政府",
    "人民政府办公室",
    "财政局",
    "住房和城乡建设局",
    "气象局",
    "市场监督管理局",
    "教育体育局",
    "审计局",
)

#: The forms of tables two, three and four, by the name of the combination.
FORMS: Mapping[str, tuple[tuple[type, ...], type, type]] = {
    "2019": ((y2019.ProactiveDisclosure2019,), y2019.Requests2019, y2019.ReviewAndLitigation2019),
    "2021": ((y2021.ProactiveDisclosure2021,), y2021.Requests2021, y2021.ReviewAndLitigation2021),
    # table two on the new notice, table three still on the old one
    "2021+2019": ((y2021.ProactiveDisclosure2021,), y2019.Requests2019, y2021.ReviewAndLitigation2021),
    "2019+2021": ((y2019.ProactiveDisclosure2019,), y2021.Requests2021, y2021.ReviewAndLitigation2021),
    # item one of table two on the old notice, the other items on the new one
    "hybrid": (
        (y2019.ProactiveDisclosure2019, y2021.ProactiveDisclosure2021),
        y2021.Requests2021,
        y2021.ReviewAndLitigation2021,
    ),
}


@frozen
class Truth:
    """What is true of one report."""

    seed: int
    forms: str
    year: int
    agency: str
    published: dt.date
    signed: dt.date
    #: The cells of tables two, three and four, in print order.
    two: tuple[Slot, ...]
    three: tuple[Slot, ...]
    four: tuple[Slot, ...]
    values: Mapping[str, Number]

    @property
    def title(self) -> str:
        """The title as the report prints it."""
        return f"{self.agency}{self.year}年政府信息公开工作年度报告"

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every cell, in print order."""
        return (*self.two, *self.three, *self.four)


def _first_blocks(old: type, new: type) -> tuple[Slot, ...]:
    """Item one on the old form, the other items on the new one."""
    first = slots(old)[0].block
    head = tuple(slot for slot in slots(old) if slot.block == first)
    return (*head, *(slot for slot in slots(new) if slot.block != first))


def _two(forms: tuple[type, ...]) -> tuple[Slot, ...]:
    return slots(forms[0]) if len(forms) == 1 else _first_blocks(*forms)


def _few(rng: Random, scale: int, often: float) -> int:
    """Mostly 0, else up to ``scale``, small numbers far more often than large ones."""
    return int(scale ** rng.random()) if rng.random() < often else 0


def _amount(rng: Random, scale: int) -> Decimal:
    digits = rng.choice((0, 0, 1, 2, 2, 3, 6))
    return Decimal(rng.randrange(scale * 10**digits)).scaleb(-digits) if rng.random() < 0.6 else Decimal(0)


def _table_two(rng: Random, cells: Iterable[Slot], scale: int) -> dict[str, Number]:
    values: dict[str, Number] = {}
    for slot in cells:
        if slot.kind is Kind.AMOUNT:
            values[slot.address] = _amount(rng, scale * 40)
        elif slot.kind is Kind.CHANGE:
            values[slot.address] = _few(rng, scale, 0.5) * rng.choice((1, -1))
        else:
            values[slot.address] = _few(rng, scale * 500 if "decisions" in slot.address else scale, 0.6)
    return values


def _solved(values: dict[str, Number], sums: Iterable[Identity]) -> dict[str, Number]:
    """Fill in what the identities prescribe, each from its one unknown operand."""
    waiting = list(sums)
    while waiting:
        left = []
        for identity in waiting:
            unknown = [address for address in identity.cells if address not in values]
            if len(unknown) > 1:
                left.append(identity)
            elif unknown:
                sign = 1 if unknown[0] in identity.left else -1
                known = [sum(values.get(address, 0) for address in side) for side in (identity.right, identity.left)]
                values[unknown[0]] = sign * (known[0] - known[1])
        if len(left) == len(waiting):
            message = "the identities leave cells open"
            raise ValueError(message)
        waiting = left
    return values


def _table_three(rng: Random, form: type, scale: int) -> dict[str, Number]:
    """Details, carried in and carried out are free; the rest follows. What was received is never negative."""
    values: dict[str, Number] = {}
    busy = rng.choice((0.05, 0.2, 0.5))
    kinds = rng.choice((0.02, 0.1, 0.4))
    for slot in slots(form):
        column = slot.address.rpartition(".")[2]
        dependent = column == "total" or slot.line in {"requests.received", "requests.outcomes.total"}
        if not dependent:
            natural = column == "natural_person"
            values[slot.address] = _few(
                rng, scale if natural else max(scale // 8, 3), busy if natural else busy * kinds
            )
    solved = _solved(dict(values), identities(form))
    if min(solved.values()) < 0:  # more carried in than was done: nothing is carried in instead
        values |= {address: 0 for address in values if address.startswith("requests.carried_in.")}
        solved = _solved(values, identities(form))
    return solved


def _table_four(rng: Random, form: type, scale: int) -> dict[str, Number]:
    often = rng.choice((0.0, 0.1, 0.6))
    free = (slot.address for slot in slots(form) if not slot.address.endswith(".total"))
    return _solved({address: _few(rng, max(scale // 5, 2), often) for address in free}, identities(form))


def truth(seed: int, forms: str | None = None) -> Truth:
    """The report of a seed. The same seed gives the same report.

    Args:
        seed: any number.
        forms: a key of `FORMS`; None takes one by the seed, the two plain editions most often.
    """
    rng = Random(seed)  # noqa: S311  # test data, not secrets
    chosen = forms or rng.choice(("2019", "2021", "2019", "2021", "2021", "2021+2019", "2019+2021", "hybrid"))
    two, three, four = FORMS[chosen]
    year = rng.choice((2019, 2020)) if chosen == "2019" else rng.choice((2021, 2022, 2023, 2024, 2025))
    scale = rng.choice((3, 10, 10, 40, 1400))
    published = dt.date(year + 1, rng.randint(1, 3), rng.randint(1, 28))
    cells = _two(two)
    values = _table_two(rng, cells, scale) | _table_three(rng, three, scale) | _table_four(rng, four, scale)
    return Truth(
        seed=seed,
        forms=chosen,
        year=year,
        agency=rng.choice(PLACES) + rng.choice(BODIES),
        published=published,
        signed=published - dt.timedelta(days=rng.randint(1, 12)),
        two=cells,
        three=slots(three),
        four=slots(four),
        values=values,
    )
