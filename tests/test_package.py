import os
import subprocess
import sys
from importlib.metadata import version

import pytest

import govdisclosure


@pytest.mark.parametrize("name", govdisclosure.__all__)
def test_every_public_name_is_there(name):
    assert getattr(govdisclosure, name) is not None
    assert name in dir(govdisclosure)


def test_the_version_is_that_of_the_distribution():
    assert govdisclosure.__version__ == version("govdisclosure")


def test_no_other_name_is_there():
    with pytest.raises(AttributeError, match="module 'govdisclosure' has no attribute 'pares'"):
        govdisclosure.pares  # noqa: B018  # the mistake is the test


def loaded_by(code):
    """The modules that a fresh interpreter has loaded after running some code."""
    shown = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, check=True, text=True)  # noqa: S603  # ours
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else():
    loaded = loaded_by("import govdisclosure")
    assert {name for name in loaded if name.startswith("govdisclosure")} == {"govdisclosure"}
    assert loaded.isdisjoint({"attrs", "cattrs", "selectolax", "chardet"})


def test_listing_the_forms_waits_for_no_reader_and_no_rule():
    loaded = loaded_by(f"from govdisclosure.cli import main; main(['forms', '2021', '-o', {os.devnull!r}])")
    assert loaded.isdisjoint({"govdisclosure.parsing", "govdisclosure.rules", "selectolax", "chardet", "cattrs"})


@pytest.mark.parametrize("source", [None, 3, ["text"], memoryview(b"text"), bytearray(b"text")])
def test_what_is_neither_bytes_nor_text_is_not_parsed(source):
    with pytest.raises(TypeError, match="bytes or str are parsed, not "):
        govdisclosure.parse(source)
