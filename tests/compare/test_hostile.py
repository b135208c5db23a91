"""Readable, nasty answers: an outcome for each, within two seconds of processor time and half a gigabyte, and never an exception.

The rows stand in ``hostile.txt``; a process of its own checks them (``checked_one_by_one.py``), and the kernel ends it at the bounds.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fullmarks.outcome import Verdict

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REPEATED = re.compile(r"⟦([^⟦⟧]*)\*(\d+)⟧")


def written_out(text):
    """The text with ``⟦text*count⟧`` repeated, innermost first."""
    while REPEATED.search(text):
        text = REPEATED.sub(repeated, text)
    return text


def repeated(found):
    return "".join(found[1].replace("§", str(number)) for number in range(int(found[2])))


def rows():
    for number, line in enumerate((HERE / "hostile.txt").read_text("utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            key, answer, truth = line.split("\t")
            yield pytest.param(written_out(key), written_out(answer), truth, id=f"line {number}")


class Examiner:
    """A process that checks one answer after the other; a new one takes over where the kernel ended it."""

    def __init__(self):
        self.process = None

    def check(self, key, answer):
        if self.process is None:
            self.process = subprocess.Popen(
                [sys.executable, HERE / "checked_one_by_one.py"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        self.process.stdin.write(json.dumps([key, answer]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        return json.loads(line) if line else self.ended()

    def ended(self):
        process, self.process = self.process, None
        process.stdin.close()
        process.stdout.close()
        return {"ended": process.wait()}

    def close(self):
        if self.process is not None:
            self.ended()


@pytest.fixture(scope="module")
def examiner():
    one = Examiner()
    yield one
    one.close()


def assert_an_outcome(found):
    assert "ended" not in found, f"the process ended: {found['ended']} (-27: past two seconds, -6: past the memory)"
    assert "raised" not in found
    assert found["verdict"] in list(Verdict)
    assert "by a mistake in Fullmarks" not in (found["note"] or "")


@pytest.mark.parametrize("key, answer, truth", list(rows()))
def test_an_outcome_in_time(examiner, key, answer, truth):
    found = examiner.check(key, answer)
    assert_an_outcome(found)
    impossible = {"right": {"incorrect", "partial", "unreadable"}, "wrong": {"correct", "partial", "unreadable"}}
    assert found["verdict"] not in impossible.get(truth, {"unreadable"})


def test_the_corpus_is_large():
    assert len(list(rows())) >= 200


SMALL = st.sampled_from(["x", "2", "9", "0", "1", "1/3", "pi", "e", "x^2", "n", "10^9", "1e-99", "-1"])
NASTY = [
    "({})^({})",
    "({})!",
    "floor({})",
    "sqrt({})",
    "exp({})",
    "ln({})",
    "1/({})",
    "({}) - ({})",
    "({}) * ({})",
    "({}) + 2^(-9^9) ({})",
    "tanh({})",
    "sin({})",
    "|{}|",
    "max({}, {})",
    "sum_{{k=1}}^{{{}}} ({})",
    "product_{{k=1}}^{{40}} (({}) + k)",
    "binomial({}, {})",
    "(({}) if ({}) > 0, else ({}))",
    "gcd({}, {})",
    "({}) mod ({})",
    "\\Gamma({})",
    "(({}) + ({}))^40",
]


def nested(inner):
    def filled(template):
        return st.tuples(*[inner] * template.replace("{{", "").count("{")).map(lambda parts: template.format(*parts))

    return st.sampled_from(NASTY).flatmap(filled)


@given(st.recursive(SMALL, nested, max_leaves=10), st.sampled_from(["x", "0", "1", "n^2", "|x|"]))
@settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_formula_breaks_the_bounds(examiner, answer, key):
    assert_an_outcome(examiner.check(key, answer))
