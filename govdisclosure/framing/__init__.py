"""The report around its tables: what kind of document it is, title, agency, year, dates, contact details, sections."""

from govdisclosure.framing.frames import Frame, Origin, frame
from govdisclosure.framing.recognition import TablesPrinted, recognise
from govdisclosure.framing.titles import Title, title_of

__all__ = ["Frame", "Origin", "TablesPrinted", "Title", "frame", "recognise", "title_of"]
