"""Ways through the tree of a page, and what the place of an element among others tells."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice

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


def _has_row_of_cells(table: LexborNode) -> bool:
    """Whether some row of the table itself has two cells."""
    for part in children(table):
        rows = children(part) if part.tag in {"tbody", "thead", "tfoot"} else iter(())
        if any(sum(cell.tag in {"td", "th"} for cell in children(row)) > 1 for row in rows):
            return True
    return False


def layout_tables(tree: LexborHTMLParser) -> frozenset[int]:
    """The tables that hold other tables: they lay out the page and are none themselves."""
    holders: set[int] = set()
    # From the innermost, so that each table knows of those within when its own holder is looked for.
    for table in reversed(tree.css("table")):
        holder = next((parent for parent in parents(table) if parent.tag == "table"), None)
        if holder is not None and (table.mem_id in holders or _has_row_of_cells(table)):
            holders.add(holder.mem_id)
    return frozenset(holders)


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
