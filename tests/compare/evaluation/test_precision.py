"""The working precision is python-flint's own and global: whoever sets it holds it alone and puts it back."""

import threading

import pytest
from flint import arb, ctx

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.evaluation.precision import precision

ROWS = [
    ("sin(x)^2 + cos(x)^2", "1", True),
    ("tanh(300)", "1", False),
    ("e^(pi sqrt(163))", "640320^3 + 744", False),
    ("1 + e^(-1000)", "1", False),
    ("sqrt(3 + 2 sqrt(2))", "1 + sqrt(2)", True),
    ("sum_{k=1}^{n} k", "n (n + 1)/2", True),
    ("|x|", "x", False),
    ("(-1)^n", "cos(pi n)", False),
    ("x^2 + y^2 = 1", "y^2 = 1 - x^2", True),
    ("{1, 2}", "{2, 1}", True),
]


def test_the_precision_is_put_back():
    before = ctx.prec
    with precision(333):
        assert ctx.prec == 333
        with precision(77):
            assert ctx.prec == 77
        assert ctx.prec == 333
    assert ctx.prec == before


def test_the_precision_is_put_back_after_an_error():
    before = ctx.prec
    with pytest.raises(ZeroDivisionError), precision(333):
        raise ZeroDivisionError
    assert ctx.prec == before


def test_another_thread_waits_for_the_precision():
    seen, inside, done = [], threading.Event(), threading.Event()

    def other():
        inside.wait()
        with precision(64):
            seen.append(ctx.prec)
        done.set()

    thread = threading.Thread(target=other)
    thread.start()
    with precision(2048):
        inside.set()
        assert not done.wait(0.05)
        assert arb(2).sqrt().rel_accuracy_bits() > 2000
    thread.join()
    assert seen == [64]


def test_many_threads_compare_at_once(tree_of):
    rows = [(tree_of(answer), tree_of(expected), verdict) for answer, expected, verdict in ROWS]
    before, wrong, start = ctx.prec, [], threading.Barrier(6)

    def work(number):
        start.wait()
        for turn in range(4):
            for answer, expected, verdict in rows[number % len(rows) :] + rows[: number % len(rows)]:
                found = equal(answer, expected, Assumptions({}, str(turn))).equal
                if found is not verdict:
                    wrong.append((answer, expected, found))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (wrong, ctx.prec) == ([], before)


@pytest.mark.parametrize("bits", [20, 53, 64, 1000])
def test_verdicts_do_not_depend_on_the_precision_outside(tree_of, bits):
    before = ctx.prec
    ctx.prec = bits
    try:
        found = [equal(tree_of(answer), tree_of(expected), Assumptions()).equal for answer, expected, _ in ROWS]
        assert ctx.prec == bits
    finally:
        ctx.prec = before
    assert found == [verdict for _, _, verdict in ROWS]
