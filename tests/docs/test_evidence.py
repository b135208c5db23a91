"""The examples of the page on evidence have the verdicts and the evidence that it says."""

import re

import pytest

from fullmarks import check
from fullmarks.compare.comparison import EvidenceKind
from fullmarks.expr.domains import parse_domain
from tests.docs.pages import DOCS, rows, section

PAGE = DOCS / "explanation" / "equality-and-evidence.md"
TEXT = PAGE.read_text("utf-8")
KINDS = section(PAGE, "## The kinds of evidence")


@pytest.mark.parametrize("key, answer, symbols, verdict, evidence", [row for row in rows(TEXT) if len(row) == 5])
def test_an_example(key, answer, symbols, verdict, evidence):
    declared = dict(part.split(": ") for part in symbols.split("; ")) if symbols else None
    result = check(key, answer, symbols=declared)
    assert (result.verdict.value, result.evidence.kind.value) == (verdict, evidence)


def test_every_kind_is_explained():
    assert set(re.findall(r"`(\w+)`", KINDS)) >= {kind.value for kind in EvidenceKind}


def domains():
    """The words for domains that the page lists."""
    for words, *values in rows(section(PAGE, "## Domains")):
        if len(values) == 1:
            yield from re.findall(r"`([^`]+)`", words) or [words]


@pytest.mark.parametrize("words", list(domains()))
def test_a_domain_can_be_said(words):
    assert parse_domain(words)


def test_the_bits_that_are_named():
    evidence = check("asin(x) + acos(x)", "pi/2", symbols={"x": "real in (-1, 1)"}).evidence
    assert evidence.bits is not None
    assert evidence.bits >= 1024
    assert check("abs(x)", "x if x > 0, else -x").evidence.bits is None
