"""Keys and answers as other graders and algebra systems have them: what the verdict must be."""

import pytest

from fullmarks import check

CASES = {
    # key: (right answers, wrong answers)
    # Maxima
    "cc(0,1)": (["[0, 1]", "0 <= x <= 1"], ["oo(0,1)", "(0, 1)", "co(0,1)"]),
    "oo(0,1)": (["(0, 1)", "0<x and x<1"], ["cc(0,1)", "[0, 1]"]),
    "oc(0,1)": (["(0,1]"], ["co(0,1)", "(0,1)"]),
    "union(oo(minf,0),oo(0,inf))": (
        ["x != 0", r"(-\infty,0) \cup (0,\infty)"],
        ["x > 0", "union(oo(minf,0),co(0,inf))"],
    ),
    "matrix([1],[2])": (["[[1],[2]]"], ["matrix([1,2])", "matrix([2],[1])"]),
    "x # 1": (["x<1 or x>1", "x != 1"], ["x = 1", "x > 1"]),
    "x=2 or x=3": (
        ["x^2-5*x+6=0\n(x-2)*(x-3)=0\nx=2 or x=3", "x=2 nounor x=3"],
        ["x^2-5*x+6=0\n(x-2)*(x-3)=0\nx=2", "x^2-5*x+6=0\nx=2 or x=-3"],
    ),
    "diff(x^3,x)": (["3*x^2"], ["3*x", "x^2"]),
    "minf": (["-inf", "-INFINITY"], ["inf"]),
    # Mathematica
    "{{x->2},{x->3}}": (["x=2 or x=3", "{x -> 3, x -> 2}"], ["x=2", "{{x->2},{x->4}}"]),
    "{{x->2,y->3}}": (["x=2, y=3", "(2, 3)"], ["x=3, y=2", "x=2"]),
    "3 + 4 I": (["3+4i", "3 + 4 I", "3+4j"], ["3 - 4 I", "7"]),
    "E^x": (["e^x", "exp(x)", "E**x"], ["x^e", "e^2"]),
    "Log[2, x]": ([r"\log_2 x"], ["log_x(2)", "ln(x)"]),
    "x == 2 || x == 3": (["x = 3 or x = 2"], ["x = 2"]),
    "x > 1 && x < 5": (["1 < x < 5"], ["x > 1 || x < 5"]),
    # Python
    "exp(x)": (["E**x"], ["E*x"]),
    "2+3j": (["2+3i", "3j+2"], ["2-3i", "2-3j"]),
    "{x: 2, y: 3}": (["x=2, y=3"], ["x=3, y=2"]),
    "Interval.open(0, 1)": (["(0,1)"], ["[0,1]", "Interval(0, 1)"]),
    "Union(Interval.open(-oo, 0), Interval.open(0, oo))": (["x != 0"], ["x > 0"]),
    "np.array([[1, 2], [3, 4]])": (["[[1. 2.]\n [3. 4.]]", "[1 2; 3 4]"], ["[[1 3]\n [2 4]]"]),
    # MATLAB
    "[1 2; 3 4]'": (["[1 3; 2 4]"], ["[1 2; 3 4]"]),
    "-Inf": (["-infinity"], ["inf", "Inf"]),
    # letters of options
    r"\text{C}": (["C", "(C)", r"\textbf{(C)}"], ["D", r"\text{(D)}", "K"]),
    "C": (["(C)"], ["D"]),
    # unit vectors
    "3i+4j": (["<3,4>", "4j + 3i"], ["<4,3>", "7"]),
    "2i-k": (["<2,0,-1>"], ["<2,-1>"]),
    "3 + 2i": ([], ["(3, 2)"]),
    # names that are no numbers
    "I*R": (["R I"], ["i*R"]),
    "E^2": (["E*E"], ["e^2"]),
}
QUANTITIES = {
    "2.5 kohm": (["2500 ohm", "2.5 kilohm", "2.5 kiloohms"], ["2.5 megohm", "2.5"]),
    "4.7 uF": (["4.7 microfarad", "4700 nF"], ["4.7 millifarads"]),
    "5 MPa": (["5 megapascals"], ["5 millipascals"]),
    "1 N*m": (["1 N m", "1 J"], ["1 mN", "1 nm"]),
    "20 degC": (["293.15 K", "20 celsius"], ["20 K"]),
    "8.314 J/(mol K)": (["8.314 J mol^-1 K^-1"], ["8.314 J mol^-1", "8.314 J/mol*K"]),
    "5 kg*m/s^2": (["5 m kg/s^2"], ["5 s kg/s^2"]),
}


def rows(table):
    return [
        pytest.param(key, answer, verdict, id=f"{key!r}, {answer!r}")
        for key, answers in table.items()
        for verdict, group in zip((True, False), answers, strict=True)
        for answer in group
    ]


@pytest.mark.parametrize("key, answer, right", rows(CASES))
def test_verdict(key, answer, right):
    verdict = check(key, answer).verdict
    assert verdict == "correct" if right else verdict in ("incorrect", "several_answers", "partial")


@pytest.mark.parametrize("key, answer, right", rows(QUANTITIES))
def test_quantity(key, answer, right):
    assert check(key, answer, checker="quantity").verdict == ("correct" if right else "incorrect")


def test_a_declared_name_is_no_number_of_a_system():
    assert check("3 + 4 I", "3 + 4i", symbols={"I": "real"}).verdict == "incorrect"
    assert check("exp(I*x)", "cos(x) + i sin(x)", symbols={"x": "real"}).verdict == "correct"
