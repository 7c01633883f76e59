"""The likely cause of broken sums (GD305, GD306), from the faults that recovery locates."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from govdisclosure.catalogue import Header, Word
from govdisclosure.editions import slot_at
from govdisclosure.fault import Change, Fault, FaultKind
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.names import cell_name
from govdisclosure.rules.judging import verdict_of
from govdisclosure.rules.kinds import Case, FaultRule, Rule

NUMBER = Header(
    "GD305",
    "likely-culprit",
    Severity.NOTE,
    Message(
        "一个单元格的数字可以解释所有不成立的勾稽关系",
        "One cell explains all broken sums, and another number mends them.",
    ),
    Message(
        "{cell}的{stated}如为{expected}{together}，各项勾稽关系即成立{otherwise}",
        "{cell} is {stated}; {expected}{together} would mend the broken sums{otherwise}",
    ),
)
PATTERN = Header(
    "GD306",
    "numbers-displaced",
    Severity.NOTE,
    Message(
        "数字没有被拆分，行没有错位、对调",
        "No number is split over two cells, no row shifted, no two rows exchanged.",
    ),
    Message("{what}：{cell}等单元格{otherwise}", "{what}: {cell} and others{otherwise}"),
)

WHAT = {
    FaultKind.SPLIT: Message("一个数字可能被拆分到两个单元格", "a number is probably split over two cells"),
    FaultKind.SHIFTED: Message("一行数字可能错位", "the numbers of a row are probably shifted"),
    FaultKind.SWAPPED: Message("两处数字可能互换", "numbers have probably changed places"),
    FaultKind.COPIED: Message(
        "一行数字可能抄自相邻行", "the numbers of a row are probably copied from the row beside it"
    ),
}
#: So many alternatives are named in the message; all are in the finding.
NAMED = 3


def located(header: Header, case: Case, faults: Iterable[Fault]) -> Iterator[Finding]:
    """A note for each fault, with the cells of all its remedies as culprits, the likeliest first."""
    for fault in faults:
        if (fault.kind is FaultKind.NUMBER) != (header is NUMBER):
            continue
        changes = fault.remedies[0]
        operands = case.operands(change.address for change in changes)
        words: dict[str, Word] = {"what": WHAT.get(fault.kind), "otherwise": _otherwise(fault.remedies[1:])}
        words["together"] = _together(changes[1:])
        yield header.finding(
            verdict=verdict_of(case.reading(change.address) for change in changes),
            cells=tuple(change.address for change in changes),
            stated=operands[0].value,
            expected=changes[0].value,
            operands=operands,
            span=operands[0].span,
            subject=case.subject,
            culprits=_culprits(fault),
            cell=cell_name(slot_at(changes[0].address)),
            **words,
        )


def _culprits(fault: Fault) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.address for changes in fault.remedies for change in changes))


def _together(changes: Iterable[Change]) -> Message:
    """What else has to be changed with the first number of a remedy."""
    names = [(change.value, cell_name(slot_at(change.address))) for change in changes]
    zh = "".join(f"、{name.zh}如为{value}" for value, name in names)
    return Message(zh, "".join(f", and {value} in {name.en}," for value, name in names))


def _otherwise(remedies: tuple[tuple[Change, ...], ...]) -> Message:
    if not remedies:
        return Message("", "")
    zh, en = [], []
    for change in (changes[0] for changes in remedies[:NAMED]):
        name = cell_name(slot_at(change.address))
        zh.append(f"{name.zh}如为{change.value}")
        en.append(f"{change.value} in {name.en}")
    more = len(remedies) - NAMED
    rest = (f"，等{more}处", f", and {more} more") if more > 0 else ("", "")
    return Message(f"；或{'、'.join(zh)}{rest[0]}", f"; or {', '.join(en)}{rest[1]}")


def with_culprits(findings: Iterable[Finding], case: Case, faults: tuple[Fault, ...]) -> Iterator[Finding]:
    """The findings of broken sums, each with the culprits of the fault that explains it."""
    found = tuple(findings)
    if not (found and faults):
        yield from found
        return
    causes = {label: fault for fault in reversed(faults) for label in fault.identities}
    labels = {(one.identity.code, one.identity.cells): one.identity.label for one in case.unmet}
    for finding in found:
        label = labels.get((finding.code, finding.cells))
        cause = causes.get(label) if label else None
        if cause is None:
            yield finding
        else:
            yield evolve(finding, culprits=tuple(one for one in _culprits(cause) if one in finding.cells))


RULES: tuple[Rule, ...] = (FaultRule(NUMBER, located), FaultRule(PATTERN, located))
