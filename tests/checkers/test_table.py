"""The checker of tables: which rows are right, whatever the table's layout, and what is said of the others."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from fullmarks.checkers.aligned import aligned
from fullmarks.checkers.table import CHECKER, TableOptions
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Number
from fullmarks.outcome import Outcome, Verdict
from fullmarks.read.reader import read
from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.table import read_table
from fullmarks.read.vocabulary import Vocabulary

NETWORK = {
    "table": ["9·8 + 8", 0, "9·8·8 + 8", 0, 45],
    "rows": ["CONV", "POOL", "CONV", "POOL", "FC"],
    "column": "params",
    "optional rows": {"input": 0},
    "words": {"FC": ["dense"]},
}
SHAPES = {"table": ["28×28×8", "14×14×8", "392"], "rows": ["CONV", "POOL", "FLATTEN"], "shapes": True}


def marked(answer: str, asked: dict[str, object], **more: object) -> Outcome:
    options = TableOptions.model_validate({**asked, **more})
    names = TableNames(options.names_of_rows(), options.column)
    tree = read_table(answer, names, Vocabulary(), shapes=options.shapes).tree
    return CHECKER.check(tree, CHECKER.expected(options, lambda text: read(text).tree), options, Assumptions())


@pytest.mark.parametrize(
    "answer, right",
    [
        pytest.param("CONV: 80, POOL: 0, CONV: 584, POOL: 0, FC: 45", 5, id="all"),
        pytest.param("CONV: 9·8 + 8, POOL: 0, CONV: 8·(72 + 1), POOL: 0, dense: 40 + 5 = 45", 5, id="not worked out"),
        pytest.param("input: 0, CONV: 80, POOL: 0, CONV: 584, POOL: 0, FC: 45", 5, id="with the optional row"),
        pytest.param("CONV: 80, POOL: 0, CONV: 584, POOL: 0, FC: 45, total: 709", 5, id="with a row of no name"),
        pytest.param("80, 0, 584, 0, 45", 5, id="entries alone"),
        pytest.param("0, 80, 0, 584, 0, 45", 5, id="entries alone, with the optional one"),
        pytest.param("CONV: 72, POOL: 0, CONV: 584, POOL: 0, FC: 45", 4, id="one wrong"),
        pytest.param("CONV: 80, POOL: 0, POOL: 0, FC: 45", 4, id="one missing"),
        pytest.param("CONV: 80, POOL: 0, CONV: 584, POOL: 0, FC: –", 4, id="one without an entry"),
        pytest.param("CONV: 80, POOL: 0, CONV: 80, POOL: 0, FC: 45", 4, id="one copied"),
        pytest.param("80, 0, 584", 3, id="a list that ends too soon"),
        pytest.param("CONV: 1, POOL: 1, CONV: 1, POOL: 1, FC: 1", 0, id="none"),
    ],
)
def test_each_row_earns_its_share(answer: str, right: int):
    outcome = marked(answer, NETWORK, credit="each row")
    assert outcome.share == Fraction(right, 5)
    assert marked(answer, NETWORK).share == int(right == 5)


@pytest.mark.parametrize(
    "answer, share",
    [
        pytest.param(
            "input: 7, CONV: 80, POOL: 0, CONV: 584, POOL: 0, FC: 45",
            Fraction(5, 6),
            id="an optional row that is wrong",
        ),
        pytest.param(
            "CONV: 80, CONV: 72, POOL: 0, CONV: 584, POOL: 0, FC: 45", Fraction(5, 6), id="two guesses at a row"
        ),
        pytest.param("80, 0, 584, 0, 45, 45, 45", Fraction(5, 7), id="entries too many"),
    ],
)
def test_a_row_too_many_counts_as_a_wrong_one(answer: str, share: Fraction):
    outcome = marked(answer, NETWORK, credit="each row")
    assert (outcome.verdict, outcome.share) == (Verdict.PARTIAL, share)


@pytest.mark.parametrize(
    "answer, right",
    [
        pytest.param("CONV: 28×28×8, POOL: 14x14x8, FLATTEN: 392", 3, id="signs of multiplication"),
        pytest.param("CONV: (28, 28, 8), POOL: [14, 14, 8], FLATTEN: (392,)", 3, id="brackets"),
        pytest.param("CONV: 28×28×8 = 6272, POOL: 28×28×8 → 14×14×8, FLATTEN: 7·7·8 = 392", 3, id="chains"),
        pytest.param("CONV: 28×28×8, POOL: 14×14×8, FLATTEN: 392×1", 3, id="a size of 1"),
        pytest.param("CONV: 8×28×28, POOL: 14×14×8, FLATTEN: 392", 2, id="another order"),
        pytest.param("CONV: 6272, POOL: 14×14×8, FLATTEN: 392", 2, id="multiplied out"),
        pytest.param("CONV: 28×28, POOL: 14×14×8, FLATTEN: 7×7×8", 1, id="too few sizes, too many sizes"),
    ],
)
def test_shapes(answer: str, right: int):
    assert marked(answer, SHAPES, credit="each row").share == Fraction(right, 3)


@pytest.mark.parametrize(
    "answer, student",
    [
        pytest.param(
            "CONV: 80, POOL: 0, CONV: 80, POOL: 1, FC: 45",
            "3 of 5 rows are right. Wrong: the second CONV, the second POOL.",
            id="rows of one name",
        ),
        pytest.param(
            "CONV: 80, POOL: 0, CONV: 584, POOL: 0", "4 of 5 rows are right. Missing: FC.", id="a missing row"
        ),
        pytest.param(
            "CONV: 80, CONV: 1, POOL: 0, CONV: 584, POOL: 0, FC: 45",
            "5 of 6 rows are right. Wrong: the third CONV.",
            id="a row too many",
        ),
    ],
)
def test_what_is_said_names_the_rows_and_not_their_entries(answer: str, student: str):
    diagnosis = marked(answer, NETWORK, credit="each row").diagnosis
    assert diagnosis is not None
    assert (diagnosis.code, diagnosis.student) == ("rows_wrong", student)
    assert diagnosis.staff.startswith(student)


def test_each_row_is_an_entry_of_the_outcome():
    entries = marked("CONV: 80, POOL: 1, CONV: 584, POOL: 0", NETWORK).entries
    assert entries is not None
    assert [(entry.verdict.value, entry.answer) for entry in entries] == [
        ("correct", "CONV: 80"),
        ("incorrect", "POOL: 1"),
        ("correct", "CONV: 584"),
        ("correct", "POOL: 0"),
        ("missing", "FC: "),
    ]


def test_what_nobody_can_decide_goes_to_a_person():
    assert marked("CONV: 9^9^9 + 1", {"table": ["9^9^9"], "rows": ["CONV"]}).verdict is Verdict.NEEDS_REVIEW


def test_anything_but_a_table_is_of_the_wrong_kind():
    options = TableOptions.model_validate(SHAPES)
    expected = CHECKER.expected(options, lambda text: read(text).tree)
    outcome = CHECKER.check(Number(Fraction(5)), expected, options, Assumptions())
    assert outcome.diagnosis is not None
    assert outcome.diagnosis.code == "wrong_kind"


def test_a_tolerance_holds_for_each_entry():
    assert marked("a: 0.33, b: 2", {"table": ["1/3", 2], "rows": ["a", "b"]}, absolute="0.01").share == 1


@pytest.mark.parametrize(
    "asked, sentence",
    [
        pytest.param(
            {"table": [1], "rows": ["a", "b"]}, "There are 1 entries for 2 rows. Give each row one.", id="entries"
        ),
        pytest.param(
            {"table": [1, 2], "rows": ["a", "b"], "words": {"a": ["c"], "b": ["C"]}},
            "Two rows go by “c”. Keep it for one of them.",
            id="one name for two rows",
        ),
        pytest.param(
            {"table": [1], "rows": ["a"], "words": {"b": ["c"]}},
            "There is no row “b”. The rows are a.",
            id="names of no row",
        ),
    ],
)
def test_options_that_say_nothing(asked: dict[str, object], sentence: str):
    with pytest.raises(ValidationError) as refused:
        TableOptions.model_validate(asked)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    "given, wanted, pairs",
    [
        pytest.param("abc", "abc", {0: 0, 1: 1, 2: 2}, id="alike"),
        pytest.param("ababc", "abababc", {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}, id="some lack"),
        pytest.param("xaxb", "ab", {0: 1, 1: 3}, id="some too many"),
        pytest.param("ba", "ab", {0: 1}, id="another order"),
        pytest.param("", "ab", {}, id="nothing"),
    ],
)
def test_rows_are_paired_in_order(given: str, wanted: str, pairs: dict[int, int]):
    assert aligned(given, wanted) == pairs
