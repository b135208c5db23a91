import ast
import random
from collections import Counter
from fractions import Fraction

import mpmath
import pytest

from benchmarks.corpus_builder.__main__ import table
from benchmarks.corpus_builder.agreement import check_row, exactly
from benchmarks.corpus_builder.families import read_families
from benchmarks.corpus_builder.numbers import UndefinedError
from benchmarks.corpus_builder.prefix import Form, PrefixError, parse_prefix, write_prefix
from benchmarks.corpus_builder.rows import CORPUS, Oracle, Row, read_rows
from benchmarks.corpus_builder.spelling import spell
from benchmarks.corpus_builder.styles import cas
from benchmarks.corpus_builder.templates import made_rows
from benchmarks.corpus_builder.values import Point, evaluate

ROWS = read_rows()


def test_every_label_with_an_oracle_stands():
    assert [finding for row in ROWS if (finding := check_row(row))] == []


def test_the_templates_rows_are_those_that_the_builder_makes():
    written = {row.id: row for row in ROWS if not row.by_hand}
    assert written == {row.id: row for row in made_rows()}


def test_no_id_and_no_question_occurs_twice():
    ids = Counter(row.id for row in ROWS)
    assert [name for name, times in ids.items() if times > 1] == []
    questions = Counter((row.key, row.answer, str(row.symbols), str(row.options)) for row in ROWS if row.by_hand)
    assert [question for question, times in questions.items() if times > 1] == []


def test_the_same_question_has_one_verdict():
    verdicts: dict[tuple[str, str, str, str], set[str]] = {}
    for row in ROWS:
        verdicts.setdefault((row.key, row.answer, str(row.symbols), str(row.options)), set()).add(row.verdict)
    assert [question for question, given in verdicts.items() if len(given) > 1] == []


def test_the_corpus_is_as_large_and_as_balanced_as_its_readme_says():
    by_hand = [row for row in ROWS if row.by_hand]
    assert len(ROWS) >= 3_500
    assert len(by_hand) >= 2_500
    assert sum(row.trap for row in ROWS) >= 1_200
    assert 0.5 < sum(row.verdict == "correct" for row in ROWS) / len(ROWS) < 0.6


def test_the_readme_has_the_counts_of_today():
    assert "\n".join(table(ROWS)) in (CORPUS / "README.md").read_text("utf-8")


def row(key: str, answer: str, relation: str, **more: object) -> Row:
    oracle = Oracle(
        key=key, answer=answer, relation=relation, **{k: v for k, v in more.items() if k in Oracle.model_fields}
    )
    others = {name: value for name, value in more.items() if name not in Oracle.model_fields}
    return Row(id="t", key="k", answer="a", verdict="correct", kind="scalar", source="hand", oracle=oracle, **others)


POSITIVE_N = {"symbols": {"n": "positive integer"}}


@pytest.mark.parametrize(
    "key, answer, relation, more",
    [
        pytest.param("(^ (+ x 1) 2)", "(+ (+ (^ x 2) (* 2 x)) 1)", "equal", {}, id="expanded square"),
        pytest.param("(sqrt (^ x 2))", "x", "different", {}, id="the root of a square is the absolute value"),
        pytest.param("(sqrt (^ x 2))", "x", "equal", {"symbols": {"x": "positive"}}, id="unless x is positive"),
        pytest.param("(ln (^ x 2))", "(* 2 (ln x))", "different", {}, id="undefined on one side"),
        pytest.param("(/ (- (^ x 2) 1) (- x 1))", "(+ x 1)", "equal", {}, id="a removable singularity"),
        pytest.param("(/ 1 3)", "0.333", "different", {}, id="decimals are exact"),
        pytest.param("(/ 1 3)", "0.333", "equal", {"options": {"relative": 0.01}}, id="within a tolerance"),
        pytest.param("(^ 2 100)", "(+ (^ 2 100) 1)", "different", {}, id="one in a nonillion"),
        pytest.param("(/ 1 (fact 2004))", "(/ 1 (fact 2006))", "different", {}, id="both tiny"),
        pytest.param("(< x 3)", "(<= x 3)", "different", {}, id="the border of an inequality"),
        pytest.param("(set 1 2)", "(set 2 1 1)", "equal", {}, id="sets have no order"),
        pytest.param("(tuple 1 2)", "(tuple 2 1)", "different", {}, id="tuples have"),
        pytest.param("(list 1 1 2)", "(list 1 2 2)", "different", {}, id="lists count"),
        pytest.param(
            "(* A B)", "(* B A)", "different", {"symbols": {"A": "matrix(2,2)", "B": "matrix(2,2)"}}, id="order"
        ),
        pytest.param(
            "(sum i 1 n (at x i))",
            "(sum j 0 (- n 1) (at x (+ j 1)))",
            "equal",
            {"symbols": {"n": "positive integer"}},
            id="shifted sum",
        ),
        pytest.param(
            "(^ x 2)", "(+ (^ x 2) C)", "equal", {"up_to": "constant", "variable": "x"}, id="up to a constant"
        ),
        pytest.param("(* n (ln n))", "(ln (gamma (+ n 1)))", "different", {}, id="growth is not equality"),
        pytest.param("(equation y (* 2 x))", "(equation (* 3 y) (* 6 x))", "equal", {}, id="proportional equations"),
    ],
)
def test_the_verifier_tells_equal_from_different(key, answer, relation, more):
    assert check_row(row(key, answer, relation, **more)) is None
    other = "different" if relation == "equal" else "equal"
    assert check_row(row(key, answer, other, **more)) is not None


@pytest.mark.parametrize("text", ["(+ 1 2", "+ 1 2)", "1 2", ""], ids=["open", "closed", "two forms", "nothing"])
def test_a_badly_written_form_is_refused(text):
    with pytest.raises(PrefixError):
        parse_prefix(text)


def test_a_form_is_written_as_it_was_read():
    assert write_prefix(parse_prefix("(+ (sin x)  (^ x 2))")) == "(+ (sin x) (^ x 2))"


def heads(form: Form) -> set[str]:
    return set(write_prefix(form).replace("(", " ( ").split())


SPELLED = [
    (family, form)
    for family in read_families()
    for form in [family.key, *family.same, *family.wrong]
    if family.kind in ("scalar", "number") and not heads(form) & {"sum", "prod"}
]
PYTHON_HEADS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}
PYTHON_NAMES = {
    "factorial": "fact",
    "log": "ln",
    "binomial": "binom",
    **{f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan", "sinh")},
}


def from_python(node: ast.expr) -> Form:
    """A second reading of computer-algebra spelling, by Python's own grammar."""
    match node:
        case ast.BinOp(left, operation, right):
            return (PYTHON_HEADS[type(operation)], from_python(left), from_python(right))
        case ast.UnaryOp(ast.USub(), inner):
            return ("-", from_python(inner))
        case ast.Call(ast.Name(name), arguments):
            return (PYTHON_NAMES.get(name, name), *map(from_python, arguments))
        case ast.Name(name):
            return name
        case ast.Constant(value):
            return str(value)
    raise AssertionError(ast.dump(node))


def value(form: Form, point: Point) -> object:
    try:
        return evaluate(form, point)
    except UndefinedError:
        return None


@pytest.mark.parametrize("family, form", SPELLED, ids=[f"{family.name}-{n}" for n, (family, _) in enumerate(SPELLED)])
def test_what_is_spelled_means_the_form_that_it_came_from(family, form):
    spelled = spell(form, cas(random.Random(1)))
    again = from_python(ast.parse(spelled, mode="eval").body)
    values = {
        name: Fraction(number, 1 if "integer" in domain else 7)
        for number, (name, domain) in enumerate(family.symbols.items(), 2)
    }
    with mpmath.workdps(80):
        point = Point(values, over_complex="i" in heads(form))
        expected, found = value(form, point), value(again, point)
        assert (expected is None) == (found is None)
        assert expected is None or exactly(found, expected)
