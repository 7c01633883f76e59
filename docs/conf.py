"""Sphinx: the pages stand beside this file; what forms and rules say of themselves is filled in while building."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generated
from sphinx.application import Sphinx

project = "govdisclosure"
author = "The govdisclosure developers"
copyright = author
version = release = version_of("govdisclosure")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = "govdisclosure"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
myst_heading_anchors = 2

_PARTS = {
    "form 2019": lambda: generated.form("2019"),
    "form 2021": lambda: generated.form("2021"),
    "rules": generated.rules,
    "subjects": generated.subjects,
}


def _fill_in(_app: Sphinx, _page: str, source: list[str]) -> None:
    for name, made in _PARTS.items():
        mark = f"<!-- generated: {name} -->"
        if mark in source[0]:
            source[0] = source[0].replace(mark, made())


def setup(app: Sphinx) -> None:
    """Fill in the generated parts as each page is read."""
    app.connect("source-read", _fill_in)
