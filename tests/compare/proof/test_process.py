"""The prover: what it proves, what it leaves, and that it can be killed and comes back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from fullmarks.compare.comparison import Assumptions, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.proof.process import Prover, proved_equal
from fullmarks.compare.proof.written import written
from fullmarks.expr.domains import POSITIVE, REAL
from fullmarks.read.reader import read

PATIENCE_S = 10.0
ONE_IS_NOT_TWO = json.dumps({"left": ["number", "1", "1"], "right": ["number", "2", "1"], "domains": {}, "seconds": 1})
ENDLESS = json.dumps(
    {
        "left": written(read(r"\int_0^1 \sin(\sin(x^{x^x})) dx").tree),
        "right": ["number", "1", "1"],
        "domains": {},
        "seconds": 60,
    }
)


@pytest.mark.parametrize(
    "left, right, proved",
    [
        pytest.param(r"\int_0^1 x^2 dx", "1/3", True, id="a definite integral"),
        pytest.param(r"\int_0^1 x^2 dx", "1/2", False, id="another value"),
        pytest.param(r"\int_0^1 \sqrt{x} dx", "2/3", True, id="a root between bounds that are not negative"),
        pytest.param(r"\int_1^2 \ln(x) dx", r"2\ln(2) - 1", True, id="a logarithm between positive bounds"),
        pytest.param(r"\int_{-1}^1 \sqrt{x} dx", "2/3", None, id="a root where it has no value"),
        pytest.param(r"\int_{-1}^1 |x| dx", "1", True, id="bounds of both signs"),
        pytest.param(r"\sum_{k=0}^\infty (-1)^k/2^k", "2/3", True, id="signs that alternate"),
        pytest.param(r"\lim_{x \to 0} \frac{\sin x}{x}", "1", True, id="a limit"),
        pytest.param("diff(x^3, x)", "3x^2", True, id="a derivative"),
        pytest.param("diff(x^3, x)", "3x", False, id="a polynomial that is not 0"),
        pytest.param("diff(sin(x), x)", "-cos(x)", False, id="a wave that is not 0"),
        pytest.param("diff(exp(2x), x)", "exp(2x)", False, id="an exponential that is not 0"),
        pytest.param("diff(x sin(x), x)", "x cos(x) + sin(x)", True, id="a product's derivative"),
        pytest.param("diff(|x|, x)", "x", None, id="a difference with a sign in it is left open"),
        pytest.param(r"\sum_{k=1}^{\infty} \frac{1}{k^2}", r"\frac{\pi^2}{6}", True, id="an endless sum"),
        pytest.param(r"\int x dx", r"\frac{x^2}{2} + 1", None, id="an integral without bounds is no function"),
        pytest.param(r"\int_0^1 t dt + (-8)^{1/3}", "-3/2", None, id="a real root of a negative number is not SymPy's"),
        pytest.param(r"\int_0^1 t dt + acot(-3)", r"1/2 + \pi/2 + atan(3)", True, id="the engine's own acot"),
        pytest.param("f(x) + 1", "g(x)", None, id="a function that it does not know"),
    ],
)
def test_what_is_proved(left: str, right: str, *, proved: bool | None) -> None:
    domains = {"x": REAL, "p": POSITIVE}
    assert proved_equal(read(left).tree, read(right).tree, domains, PATIENCE_S) is proved


def test_equality_asks_the_prover_last() -> None:
    found = equal(read(r"\int_0^1 x^2 dx").tree, read("1/3").tree, Assumptions({"x": REAL}))
    assert (found.equal, found.evidence.kind) == (True, EvidenceKind.PROVED)


@pytest.fixture
def prover() -> Iterator[Prover]:
    """One of our own, closed at the end."""
    with closing(Prover()) as own:
        yield own


def test_a_question_that_takes_too_long_is_unknown_and_the_next_one_is_answered() -> None:
    hard = read(r"\int_0^1 \sin(\sin(x^{x^x})) dx").tree
    assert proved_equal(hard, read("1").tree, {"x": REAL}, 0.5) is None
    assert proved_equal(read("1").tree, read("2/2").tree, {}, PATIENCE_S) is True


def test_a_killed_child_is_replaced(prover: Prover) -> None:
    assert prover.ask(ONE_IS_NOT_TWO, PATIENCE_S) == "different"
    child = prover._child
    assert child is not None
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert prover.ask(ONE_IS_NOT_TWO, PATIENCE_S) == "different"


def test_threads_share_it() -> None:
    left, right = read(r"\int_0^1 x^3 dx").tree, read("1/4").tree
    found: list[bool | None] = []
    threads = [
        threading.Thread(target=lambda: found.append(proved_equal(left, right, {}, PATIENCE_S))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 4


def test_the_child_outlives_the_thread_that_started_it(prover: Prover) -> None:
    starting = threading.Thread(target=prover.ask, args=(ONE_IS_NOT_TWO, PATIENCE_S))
    starting.start()
    starting.join()
    child = prover._child
    assert child is not None
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.5)
    assert prover.ask(ONE_IS_NOT_TWO, PATIENCE_S) == "different"
    assert prover._child is child


def test_the_child_ends_with_its_parent_even_at_work() -> None:
    starts = f"""
from fullmarks.compare.proof.process import Prover
prover = Prover()
prover.ask({ONE_IS_NOT_TWO!r}, {PATIENCE_S})
prover._child.stdin.write({ENDLESS!r} + "\\n")
prover._child.stdin.flush()
print(prover._child.pid, flush=True)
import os
os._exit(0)
"""
    parent = subprocess.run([sys.executable, "-c", starts], check=True, capture_output=True, text=True)
    child, until = int(parent.stdout), time.monotonic() + PATIENCE_S
    while Path(f"/proc/{child}/stat").exists() and Path(f"/proc/{child}/stat").read_text().split()[2] != "Z":
        assert time.monotonic() < until
        time.sleep(0.1)


def _ask_in_a_daemon() -> None:
    proved = proved_equal(read(r"\int_0^1 x^3 dx").tree, read("1/4").tree, {}, PATIENCE_S)
    os._exit(0 if proved else 1)


def test_it_works_in_a_daemonic_child_as_in_a_celery_worker() -> None:
    assert proved_equal(read("1").tree, read("1").tree, {}, PATIENCE_S) is True  # our own child is running when we fork
    child = get_context("fork").Process(target=_ask_in_a_daemon, daemon=True)
    child.start()
    child.join(60)
    assert child.exitcode == 0


@pytest.mark.parametrize(
    "bound, held",
    [
        pytest.param(None, 1 << 30, id="its own bound"),
        pytest.param(1 << 31, 1 << 30, id="its own bound below a wider one"),
        pytest.param(600 << 20, 600 << 20, id="a narrower one of its owner's"),
    ],
)
def test_a_bound_of_its_owner_is_kept(bound: int | None, *, held: int) -> None:
    own = "" if bound is None else f"resource.setrlimit(resource.RLIMIT_AS, ({bound}, {bound}));"
    program = (
        f"import resource; from fullmarks.compare.proof.child import limit_memory; {own} limit_memory(1 << 30); "
        "print(resource.getrlimit(resource.RLIMIT_AS))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == f"({held}, {held})\n"
