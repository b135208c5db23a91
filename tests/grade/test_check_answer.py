"""One answer against one key, as people, textbooks, algebra systems and language models write it: what the verdict must be."""

import pytest

from fullmarks import check

INTEGERS = {"n": "positive integer", "r": "positive integer"}
CASES = {
    # key: (right answers, wrong answers)
    "x = n\\pi, n \\in \\mathbb{Z}": (
        ["x = k\\pi, k \\in \\mathbb{Z}", "x = n\\pi", "\\sin x = 0", "x = 2n\\pi \\text{ or } x = (2n+1)\\pi"],
        ["x = 2n\\pi", "x = \\frac{\\pi}{2} + n\\pi", "x = 0", "x = 0, \\pi", "\\cos x = 0", "\\sin 2x = 0"],
    ),
    "\\sin x = 0": (
        ["x = n\\pi", "x = k\\pi, k\\in\\mathbb{Z}"],
        ["x = 0", "x = 2n\\pi", "x = n\\pi/2", "\\cos x = 0"],
    ),
    "x = \\frac{\\pi}{6}+2k\\pi \\text{ or } x = \\frac{5\\pi}{6}+2k\\pi": (
        [
            "x = \\frac{\\pi}{6}+2n\\pi, \\frac{5\\pi}{6}+2n\\pi",
            "\\sin x = \\frac12",
            "x = (-1)^n\\frac{\\pi}{6}+n\\pi",
            "x = 30^\\circ + 360^\\circ k, x = 150^\\circ + 360^\\circ k",
        ],
        ["x = \\frac{\\pi}{6}+2k\\pi", "x = \\frac{\\pi}{6}+k\\pi", "\\cos x = \\frac12"],
    ),
    "x = \\arctan 2 + k\\pi": (["x = \\arctan(2) + n\\pi"], ["x = \\arctan 3 + n\\pi", "x = \\arctan 2 + 2n\\pi"]),
    "x \\equiv 3 \\pmod 7": (
        ["x \\equiv 10 \\pmod 7", "x \\equiv -4 \\pmod 7", "3 \\pmod 7", "x = 7k + 3", "3x \\equiv 2 \\pmod 7"],
        ["x \\equiv 4 \\pmod 7", "x \\equiv 3 \\pmod 8", "x = 3", "x = 7k + 4", "2x \\equiv 3 \\pmod 7"],
    ),
    "7 \\pmod{11}": (["7", "18 \\pmod{11}", "x \\equiv 7 \\pmod{11}"], ["8 \\pmod{11}", "x \\equiv 7 \\pmod{12}"]),
    "\\{2k+1 : k \\in \\mathbb{Z}\\}": (["\\{2n - 1 \\mid n \\in \\mathbb{Z}\\}"], ["\\{2k : k \\in \\mathbb{Z}\\}"]),
    "a_n = 2n+1": (["a_n = 1 + 2n", "a(n) = 2n + 1", "2n + 1"], ["a_n = 2n - 1", "a_n = 2n + 3"]),
    "y = 2n + 1": (["y = 1 + 2n"], ["y = 2n - 1"]),
    "f(x) = 2x+1": (["2x+1", "y = 2x + 1", "f(x) = 1 + 2x"], ["g(x) = 2x+1", "f(x) = 2x", "x = 2x + 1"]),
    "f^{-1}(x) = \\frac{x-3}{2}": (
        ["\\frac{x}{2} - \\frac32", "f^{-1}(x) = (x-3)/2"],
        ["f(x) = \\frac{x-3}{2}", "2x+3"],
    ),
    "P(A) = 1/2": (["0.5", "P(A) = 0.5"], ["P(B) = 1/2"]),
    "x = 1, y = 2": (["(1, 2)", "y = 2, x = 1"], ["(2, 1)", "x = 1"]),
    "(x, y) = (1, -1)": (["(1, -1)", "x = 1, y = -1"], ["(-1, 1)", "x = -1, y = 1"]),
    "(2,3), (-1,0)": (["(-1, 0) and (2, 3)", "(x,y) = (2,3), (-1,0)"], ["(3, 2), (0, -1)", "(2, 3)"]),
    "x^3/3 + C": (["\\frac13x^3+c", "x^3/3 + K", "C + x^3/3"], ["x^3/3", "x^3 + C", "x^3/3 + x"]),
    "y = C_1 e^{x} + C_2 e^{-x}": (
        ["y = Ae^x + Be^{-x}", "y = c_1 e^x + c_2 e^{-x}", "y(x) = C_1 e^x + C_2 e^{-x}"],
        ["y = C_1 e^x", "y = Ae^{2x} + Be^{-x}", "y = Ae^x + Ae^{-x}"],
    ),
    "y = Ce^{2x}": (["y = Ae^{2x}", "y(x) = Ce^{2x}"], ["y = e^{2x}", "y = Ce^x"]),
    "RC": (["CR"], ["RK", "Rc"]),
    "\\frac{dy}{dx} = 2x": (["y' = 2x"], ["y = 2x", "y' = x", "\\frac{dy}{dt} = 2x"]),
    "3 + 4i": (["3+4j", "3 + 4*I", "3+i4", "3+j4"], ["3-4j", "3 + 4k"]),
    "e^{i\\pi/3}": (["cis(pi/3)", "\\operatorname{cis}\\frac{\\pi}{3}"], ["cis(-pi/3)"]),
    "-6": (["\\sqrt{-4}\\cdot\\sqrt{-9}"], ["\\sqrt{-4}+\\sqrt{-9}"]),
    "45^\\circ": (["45 degrees", "\\pi/4", "45"], ["45 radians"]),
    "5 dollars": (["$5", "\\$5", "5", "$5.00", "500 cents"], ["$6", "5 cents", "5 euros"]),
    "\\$18.50": (["18.5", "$18.50", "18.50 dollars"], ["18.05", "$1850"]),
    "10": (["{}_5C_2", "5C2", "C(5,2)"], ["{}_5P_2", "C(5,1)"]),
    "5050": (["1+2+\\cdots+100"], ["1+2+...+99"]),
    "1/3": (["0.333...", "0.333\\ldots", "\\frac13 \\approx 0.33"], ["0.333"]),
    "4\\pi": (["4\\pi \\approx 12.57"], ["12.57"]),
    "2": (["**2**", "`2`", "\\text{Answer: } 2"], ["**3**"]),
    "3/4": (["3 to 4", "3 out of 4", "3 in 4"], ["4 to 3"]),
    "3:4:5": (["6:8:10"], ["4:3:5"]),
    "2:30": (["2:30 PM"], ["2:45 PM"]),
    "2:30 PM": (["2:30 p.m."], ["2:30 AM"]),
    "3, 5, 7": (["3, 5, and 7"], ["3, 5, and 8"]),
    "1 \\pm \\sqrt{2}": (["\\frac{2\\pm\\sqrt8}{2}"], ["\\frac{1\\pm\\sqrt8}{2}"]),
    "(-1,1)": (["-1 < x < 1", "|x| < 1"], ["-1 \\le x \\le 1", "|x| > 1"]),
    "[-2,4]": (["|x-1| \\le 3"], ["|x-1| < 3"]),
    "x<y<z": (["x<y and y<z"], ["x<y\\leq z", "x \\le y < z"]),
    "x \\ne 2": (
        ["all real numbers except 2", "x \\in \\mathbb{R}, x \\neq 2"],
        ["x = 2", "all real numbers except 3"],
    ),
    "x > 3, x < -1": (["x < -1 or x > 3", "(-\\infty,-1)\\cup(3,\\infty)"], ["x > 3"]),
    "\\mathbb{R}": (["-\\infty < x < \\infty"], ["\\mathbb{Q}", "\\emptyset"]),
    "no solution": (["\\emptyset", "∅", "none", "There is no solution."], ["0", "x = 0", "all real numbers"]),
    "divergent": (["diverges", "does not converge", "The series diverges."], ["converges", "it does not diverge"]),
    "converges": (["convergent", "The series converges."], ["diverges", "does not converge"]),
    "true": (["yes", "T"], ["no", "F", "not true"]),
    "9.8 m/s^2": (["980 cm/s^2", "9.8 N/kg"], ["9.8 cm/s^2", "9.8 m/s"]),
    "3\\hat{i} + 4\\hat{j}": (["\\langle 3,4\\rangle"], ["(4, 3)"]),
    "O(n \\log n)": (["O(n \\log_2 n)", "\\Theta(n \\log n)"], ["O(n^2)", "O(n)"]),
    "x = 2": (["{x: 2}", "{{x -> 2}}", "[x = 2]"], ["{x -> 3}", "y = 2"]),
    "1/6": (["Fraction(1, 6)", "0.1666..."], ["Fraction(6, 1)"]),
    "5": (["0b101"], ["0b110"]),
    "June 6": (["June 6th"], ["June 7th"]),
}
ROWS = [
    pytest.param(key, answer, verdict, id=f"{key} | {answer}")
    for key, (right, wrong) in CASES.items()
    for verdict, answers in (("correct", right), ("incorrect", wrong))
    for answer in answers
]


@pytest.mark.parametrize("key, answer, verdict", ROWS)
def test_verdicts(key, answer, verdict):
    assert check(key, answer).verdict.value == verdict


def test_a_binomial_is_its_quotient_of_factorials():
    assert check("\\binom{n}{r}", "\\frac{n!}{r!(n-r)!}", symbols=INTEGERS).verdict.value == "correct"
    assert check("\\binom{n}{r}", "\\frac{n!}{(n-r)!}", symbols=INTEGERS).verdict.value == "incorrect"


def test_dots_behind_a_number_that_need_not_be_exact():
    assert check("2.45", "2.4495...", relative=0.01).verdict.value == "correct"
    assert check("\\sqrt6", "2.4495...").verdict.value == "unreadable"
