"""Every word that the forms print, from their declarations."""

from govdisclosure.editions import TABLES
from govdisclosure.form import form_of, slots

_HEADINGS = [heading for table in TABLES for slot in slots(table) for heading in (*slot.row, slot.column)]

#: What heads lines, groups and columns, other wordings included.
LABELS = tuple(dict.fromkeys(word for heading in _HEADINGS for word in (heading.label, *heading.aliases)))
#: Captions of blocks: 第二十条第（一）项.
CAPTIONS = tuple(dict.fromkeys(heading.block for heading in _HEADINGS if heading.block))
#: Heads that head no cell of their own.
STUBS = tuple(dict.fromkeys(stub for table in TABLES for stub in form_of(table).stubs))
TITLES = tuple(dict.fromkeys(form_of(table).title for table in TABLES))
