"""The bounds that the threat model names are those of the program."""

from importlib import import_module

import pytest

from tests.docs.pages import DOCS, rows

PAGE = DOCS / "explanation" / "threat-model.md"


def bound(name):
    """The value of a dotted name: a module and what is in it."""
    module, _, last = name.rpartition(".")
    try:
        return getattr(import_module(module), last)
    except ModuleNotFoundError:
        return getattr(bound(module), last)


@pytest.mark.parametrize("what, most, name", rows(PAGE.read_text("utf-8")))
def test_a_bound(what, most, name):
    assert most == f"{bound(name):,}"
