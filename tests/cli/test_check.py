"""``fullmarks check``: the verdict, the status, and what it explains."""

import pytest


@pytest.mark.parametrize(
    "arguments, status, verdict",
    [
        pytest.param(["2x", "x+x"], 0, "correct", id="correct"),
        pytest.param(["2x", "3x"], 1, "incorrect", id="incorrect"),
        pytest.param(["2x", ""], 1, "missing", id="missing"),
        pytest.param(["2x", "2x("], 1, "unreadable", id="unreadable"),
        pytest.param(["-3", "-3"], 0, "correct", id="a minus is no option"),
        pytest.param(["-x^2", "-x*x"], 0, "correct", id="a minus before a letter is none either"),
        pytest.param(["5", "--", "--prose"], 1, "incorrect", id="what looks like an option, behind two dashes"),
        pytest.param(["3.14", "3.15", "--relative", "0.01"], 0, "correct", id="tolerance"),
        pytest.param(["3.14", "3.15", "--relative", "1e-4"], 1, "incorrect", id="outside it"),
        pytest.param(["(-1)^n", "cos(pi n)", "--symbol", "n=integer"], 0, "correct", id="domain"),
        pytest.param(["4", "So the answer is 4.", "--prose"], 0, "correct", id="prose"),
        pytest.param(["x^2-1", "-1+x^2", "--form", "expanded"], 0, "correct", id="form"),
        pytest.param(["x^2-1", "(x-1)(x+1)", "--form", "expanded"], 1, "incorrect", id="another form"),
        pytest.param(["x^2/2", "x^2/2 + C", "--up-to", "constant"], 0, "correct", id="up to a constant"),
    ],
)
def test_the_verdict_and_the_status(fullmarks, arguments, status, verdict):
    ended = fullmarks("check", *arguments)
    assert (ended.status, ended.out, ended.err) == (status, f"{verdict}\n", "")


@pytest.mark.parametrize(
    "arguments, status",
    [
        pytest.param(["2x("], 2, id="no answer"),
        pytest.param(["2x", "2x", "3x"], 2, id="one too many"),
        pytest.param(["2x", "2x", "--symbol", "x"], 2, id="a symbol without a domain"),
        pytest.param(["2x", "2x", "--up-to", "sign"], 2, id="unknown choice"),
        pytest.param(["2x(", "2x"], 3, id="a key that cannot be read"),
        pytest.param(["2x", "2x", "--symbol", "x=happy"], 3, id="no domain"),
        pytest.param(["2x", "2x", "--checker", "magic"], 3, id="no checker"),
    ],
)
def test_what_cannot_be_checked(fullmarks, arguments, status):
    ended = fullmarks("check", *arguments)
    assert (ended.status, ended.out) == (status, "")
    assert ended.err


def test_explained(fullmarks):
    ended = fullmarks("check", "2 c d", "c d", "--explain")
    *first, evidence, diagnosis = ended.out.splitlines()
    assert first == ["incorrect", "points    0 of 1", "answer    c d", "read as   c*d"]
    assert evidence.startswith("evidence  counterexample: different at c = ")
    assert diagnosis.startswith("diagnosis constant_factor: ")
