"""Ways through the tree of a page, and what the place of an element among others tells."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode


def parents(node: LexborNode) -> Iterator[LexborNode]:
    """What a node stands in, from the innermost."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def children(node: LexborNode) -> Iterator[LexborNode]:
    """What stands directly in a node, in order."""
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def before(node: LexborNode) -> Iterator[LexborNode]:
    """What stands before a node in the same element, from the nearest."""
    sibling = node.prev
    while sibling is not None:
        yield sibling
        sibling = sibling.prev


def after(node: LexborNode) -> Iterator[LexborNode]:
    """What stands after a node in the same element, from the nearest."""
    sibling = node.next
    while sibling is not None:
        yield sibling
        sibling = sibling.next


@frozen
class Nesting:
    """What tables that hold other tables, or stand in them, are to the page; by the numbers of the tree."""

    #: Tables that hold other tables: they lay out the page and are none themselves.
    layout: frozenset[int] = frozenset()
    #: Elements that only stand between a row and cells of it: a cell beside its label, and the table of one row in it.
    between: frozenset[int] = frozenset()


def nesting(tree: LexborHTMLParser) -> Nesting:
    """Tell tables that lay out the page from those that are drawn with tables in their cells."""
    layout: set[int] = set()
    parts: list[tuple[LexborNode, LexborNode]] = []
    # From the innermost, so that each table knows of those within when its own holder is looked for.
    for table in reversed(tree.css("table")):
        holder = next((parent for parent in parents(table) if parent.tag == "table"), None)
        if holder is None or not (table.mem_id in layout or _has_row_of_cells(table)):
            continue
        if table.mem_id not in layout and _is_part_of_row(table):
            parts.append((table, holder))
        else:
            layout.add(holder.mem_id)
    between = {element for table, holder in parts if holder.mem_id not in layout for element in _between(table)}
    return Nesting(frozenset(layout), frozenset(between))


def _between(table: LexborNode) -> Iterator[int]:
    yield table.mem_id
    yield from (parent.mem_id for parent in islice(parents(table), 1))
    for part in children(table):
        yield part.mem_id
        yield from (row.mem_id for row in children(part) if row.tag == "tr")


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of the table itself."""
    for part in children(table):
        if part.tag in {"tbody", "thead", "tfoot"}:
            yield from (row for row in children(part) if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in children(row) if cell.tag in {"td", "th"})


def _has_row_of_cells(table: LexborNode) -> bool:
    """Whether some row of the table itself has two cells."""
    return any(sum(1 for _ in _cells(row)) > 1 for row in _rows(table))


_MOST_BEFORE = 10  # cells of a row that are looked at for its label


def _is_part_of_row(table: LexborNode) -> bool:
    """Whether a table has one row and stands alone in a cell behind the label of a row."""
    cell = table.parent
    if cell is None or cell.tag not in {"td", "th"} or sum(1 for _ in _rows(table)) != 1:
        return False
    is_alone = all(node.mem_id == table.mem_id or not (node.text() or "").strip() for node in children(cell))
    return is_alone and any((other.text() or "").strip() for other in islice(before(cell), _MOST_BEFORE))


_MOST_PANELS = 30


def is_panel(node: LexborNode, gone: AbstractSet[int]) -> bool:
    """Whether a hidden element is one of several alike of which the page shows one, as tabs are."""
    own = set((node.attributes.get("class") or "").split())
    near = chain(islice(before(node), _MOST_PANELS), islice(after(node), _MOST_PANELS)) if own else ()
    return any(
        beside.tag == node.tag
        and beside.mem_id not in gone
        and not own.isdisjoint((beside.attributes.get("class") or "").split())
        for beside in near
    )
