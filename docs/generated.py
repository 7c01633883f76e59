"""Parts of the documentation that are made from the declarations of forms, rules and subjects."""

from collections.abc import Iterator

from govdisclosure.editions import EDITIONS
from govdisclosure.form import form_of, slots
from govdisclosure.names import subject_name, table_name
from govdisclosure.narrative import SUBJECTS
from govdisclosure.rules import RULES
from govdisclosure.rules.kinds import Rule


def form(edition: str) -> str:
    """The tables of an edition, cell by cell; each address is an anchor.

    >>> form("2021").splitlines()[6].partition("</a>")[2]
    '`proactive_disclosure.rules.issued` | 规章 | 本年制发件数 | 件 | 条例第二十条第（一）项 |'
    """
    lines: list[str] = []
    for table in EDITIONS[edition]:
        name = table_name(form_of(table)).zh
        lines += [f"## {name}", "", "| address | row | column | unit | source |", "| --- | --- | --- | --- | --- |"]
        lines += (
            f'| <a id="{slot.address}"></a>`{slot.address}` | {slot.row_label} | {slot.column.label} | {slot.unit} '
            f"| {slot.clause} |"
            for slot in slots(table)
        )
        lines.append("")
    return f"Source: {form_of(EDITIONS[edition][0]).source}.\n\n" + "\n".join(lines)


def rules() -> str:
    """Every rule with all that is said of it; each code is an anchor."""
    return "\n".join(line for rule in RULES for line in _rule(rule))


def _rule(rule: Rule) -> Iterator[str]:
    header = rule.header
    yield f'<a id="{header.code}"></a>'
    yield ""
    yield f"## {header.code} {header.name}"
    yield ""
    yield f"{header.statement.en} {header.statement.zh}。"
    yield ""
    yield f"- severity: {header.severity.value}"
    yield from (f"- formula: {formula}" for formula in rule.formulas)
    yield f"- message: `{header.message.en}`, `{header.message.zh}`"
    yield f"- example: {rule.example.en} · {rule.example.zh}"
    if header.source:
        yield f"- source: {header.source}"
    if header.editions:
        yield f"- editions: {', '.join(header.editions)}"
    yield ""


def subjects() -> str:
    """The names of what figures of the prose count, and what they are called in Chinese."""
    names = dict.fromkeys(subject.name for subject in SUBJECTS)
    return "\n".join(f"- `{name}` {subject_name(name).zh}" for name in names)
