"""Answers of ordinary courses in further spellings: what the verdict must be."""

import pytest

from fullmarks import check

CHANCE = {"p": "real in (0, 1)"}
CASES = {
    # amounts
    "66 inches": (["5'6\"", "5 ft 6 in", "5 feet and 6 inches"], ["5'5\"", "5.6 ft"]),
    "18.5°": (["18°30'", "18°30′00″", r"18^\circ 30'"], ["18°50'", "18°5'", "18.5 grad", "18.5 rad"]),
    "90°": (["100 gradians", "100 gon", r"\frac{\pi}{2}"], ["90 gradians", "90 gon", "90 rad"]),
    "2 h 30 min": (["150 min", "2.5 hours", "9000 s", "2 hours and 30 minutes"], ["2.3 hours", "230 min"]),
    "2.5 m": (["250 cm", "2500 mm", "2 m 50 cm"], ["2 m 5 cm", "25 cm", "2.5 m^2"]),
    "3.5 kJ": (["3.5 kilojoules", "3500 J"], ["3.5 J"]),
    # words
    "42": (["Ans. 42", "ans: 42", "42 (forty-two)", "forty-two (42)"], ["Ans. 24", "-42"]),
    "7/12": (["seven twelfths", "1 - 5/12"], ["seven tenths"]),
    r"\{1, 2, 3\}": (["set([1,2,3])", "frozenset({3, 2, 1})", "the set {1, 2, 3}"], ["set([1, 2])"]),
    # classes and families
    r"7 \pmod{11}": (["x = 7 + 11k", "7 + 11k", "x = 18 + 11n, n integer"], ["x = 8 + 11k", "x = 7 + 22k", "x = 18"]),
    r"\{2k : k \in \mathbb{Z}\}": (["x = 2k, k an integer", "2k for any integer k"], ["2k + 1 for any integer k"]),
    r"\sin x = 0": (
        [r"\tan x = 0", r"x = n\pi \text{ where } n \text{ is an integer}"],
        [r"\tan 2x = 0", r"\cos x = 0"],
    ),
    # equations
    r"x^3 - 6x^2 + 11x - 6 = 0": (["x = 1, 2, 3", r"x \in \{1, 2, 3\}"], ["x = 1, 2", r"x \in \{1, 2\}"]),
    r"\frac{3 \pm \sqrt{17}}{4}": (
        [r"\frac{3 + \sqrt{17}}{4} \text{ or } \frac{3 - \sqrt{17}}{4}", r"x = \frac34 \pm \frac{\sqrt{17}}{4}"],
        [r"\frac{3 + \sqrt{17}}{4}", r"\frac{-3 \pm \sqrt{17}}{4}"],
    ),
    "y = -2x + 7": (["f(x) = -2x + 7", "2x + y = 7"], ["f(x) = 2x + 7", "f(t) = -2t + 7"]),
    r"\frac{\partial f}{\partial x} = 3x^2y": (["f_x = 3x^2y", "3x^2y"], ["f_y = 3x^2y", "f_x = 3x^2"]),
    "y = C_1 e^x + C_2 e^{-2x}": (["y = C_2 e^x + C_1 e^{-2x}", "A e^x + B e^{-2x}"], ["y = C(e^x + e^{-2x})"]),
    "x^2 + C": ([r"x^2 + \text{const}", "x^2 + K"], ["x^2", "x^2 + 2C"]),
    # vectors
    r"\sqrt{14}": (["|(1, 2, 3)|", r"\|(1, 2, 3)\|"], ["|(1, 2, 4)|"]),
    r"\mathbf r = (1, 0, 2) + t(3, -1, 1)": (
        ["r = (4, -1, 3) + s(3, -1, 1)", "x = 1 + 3t, y = -t, z = 2 + t", "r = (1, 0, 2) + t(6, -2, 2)"],
        ["r = (3, -1, 1) + t(1, 0, 2)", "r = (1, 0, 2) + t(3, 1, 1)"],
    ),
    r"r = (\cos t, \sin t)": ([r"(\cos t, \sin t)"], [r"r = (\sin t, \cos t)"]),
    r"\nabla f = (2x, 3)": (["(2x, 3)", r"\nabla f = \langle 2x, 3 \rangle"], ["(3, 2x)"]),
    # counting
    r"\frac{8!}{3!\,2!}": ([r"\binom{8}{3,2,1,1,1}", "3360"], [r"\binom{8}{3}"]),
    r"\lceil n/2 \rceil": (["(n + 1)//2", r"\lfloor (n+1)/2 \rfloor"], ["n//2", "n/2"]),
    r"n \bmod 3": (["n mod 3"], ["n // 3"]),
    # limits
    "e": ([r"\lim_{n \to \infty} (1 + 1/n)^n", r"\sum_{n=0}^\infty \frac{1}{n!}"], ["1"]),
}
SYMBOLS = {r"\lceil n/2 \rceil": {"n": "positive integer"}, r"n \bmod 3": {"n": "positive integer"}}


def _rows(place: int):
    return [
        pytest.param(key, answer, id=f"{key} {answer}") for key, answers in CASES.items() for answer in answers[place]
    ]


@pytest.mark.parametrize("key, answer", _rows(0))
def test_right(key: str, answer: str):
    assert check(key, answer, symbols=SYMBOLS.get(key)).verdict == "correct"


@pytest.mark.parametrize("key, answer", _rows(1))
def test_wrong(key: str, answer: str):
    assert check(key, answer, symbols=SYMBOLS.get(key)).verdict == "incorrect"


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param(r"x^{(k+1)} = - \alpha g^{(k)} + x^{(k)}", "correct", id="raised indices"),
        pytest.param(r"x_{k+1} = x_k - \alpha g_k", "correct", id="indices below"),
        pytest.param(r"x^{k+1} = x^k - \alpha g^k", "needs_review", id="powers, or indices without brackets"),
        pytest.param(r"x^{(k+1)} = x^{(k)} + \alpha g^{(k)}", "incorrect", id="another sign"),
        pytest.param(r"x^{(k)} = x^{(k+1)} - \alpha g^{(k)}", "incorrect", id="another step"),
    ],
)
def test_raised_indices(answer: str, verdict: str):
    assert check(r"x^{(k+1)} = x^{(k)} - \alpha g^{(k)}", answer).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x^{n+1}", "x^{(n+1)}", "correct", id="brackets around an exponent"),
        pytest.param("x^{(2)} x^{(3)}", "x^{(5)}", "incorrect", id="indices do not add up"),
        pytest.param("x^{(1)} + x^{(2)}", "x + x^{(2)}", "incorrect", id="the first is no power of one"),
        pytest.param(r"\frac{x^{(n+1)}}{n+1}", r"\frac{x^{n+1}}{n+1}", "correct", id="a power in brackets in the key"),
        pytest.param("f^{(3)}(x)", "f'''(x)", "correct", id="a derivative"),
        pytest.param("f^{(3)}(x)", "f^3(x)", "incorrect", id="a cube for a derivative"),
    ],
)
def test_brackets_around_an_exponent(key: str, answer: str, verdict: str):
    assert check(key, answer).verdict == verdict


@pytest.mark.parametrize("answer", ["42 (forty-three)", "forty-three (42)"])
def test_a_number_in_words_that_says_something_else_goes_to_a_person(answer: str):
    assert check("42", answer).verdict == "unreadable"


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("1/p", r"\sum_{k=1}^\infty k p (1-p)^{k-1}", "correct", id="a mean"),
        pytest.param("1/p", r"\sum_{k=0}^\infty p^k", "incorrect", id="another sum"),
        pytest.param(r"\sum_{k=0}^\infty p^k", "1/(1-p)", "correct", id="the sum is the key"),
    ],
)
def test_endless_sums(key: str, answer: str, verdict: str):
    assert check(key, answer, symbols=CHANCE).verdict == verdict
