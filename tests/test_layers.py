"""Imports go downward, and the workers of the library do not know each other."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "govdisclosure"

#: From the bottom up. Each module or subpackage stands in one layer.
LAYERS = (
    {
        "chinese_figures",
        "dates",
        "decoding",
        "errors",
        "money",
        "numerals",
        "remembering",
        "source",
        "states",
        "wording",
    },
    {"fact", "fault", "finding", "form", "grid", "passage", "reading"},
    {
        "baseline",
        "catalogue",
        "editions",
        "headings",
        "identities",
        "names",
        "parsed",
        "remnants",
        "report",
        "vocabulary",
    },
    {"filling", "framing", "narrative", "readers", "recovery", "rules", "writers"},
    {"bundle", "checking", "mending", "noticing", "parsing", "summary"},
    {"cli"},
    {"__init__", "__main__"},
)
#: In this layer none imports another.
WORKERS = 3
MODULES = sorted(PACKAGE.rglob("*.py"))


def top(path):
    """The module or subpackage directly under the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    """The modules and subpackages directly under the package that a file imports, at any depth of its code."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "govdisclosure":
            _, _, inner = node.module.partition(".")
            yield from [inner.partition(".")[0]] if inner else [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the package"
        elif isinstance(node, ast.Import):
            assert not any(name.name.startswith("govdisclosure") for name in node.names), "from … import"


def layer_of(module):
    [layer] = [number for number, modules in enumerate(LAYERS) if module in modules]
    return layer


def test_every_module_has_its_layer():
    assert {top(path) for path in MODULES} == set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_downward(path):
    module, layer = top(path), layer_of(top(path))
    for other in set(imported(path)) - {module}:
        assert layer_of(other) <= layer, f"{other} stands higher"
        assert not layer == layer_of(other) == WORKERS, f"{other} is a sibling"


def test_no_module_hides_one_of_the_standard_library():
    names = {path.stem for path in MODULES} - {"__init__", "__main__"}
    assert names.isdisjoint(sys.stdlib_module_names)
    assert names.isdisjoint({"base", "common", "core", "helpers", "models", "utils"})
