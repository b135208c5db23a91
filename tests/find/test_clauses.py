"""In what clause a formula stands, given the words before it."""

import pytest

from fullmarks.find.blocks import COVER
from fullmarks.find.clauses import Clause, clause_of, counts_one_of_many, explains, names_a_thing

X = COVER * 3


@pytest.mark.parametrize(
    "before, clause",
    [
        pytest.param("The rate is ", Clause.RESULT, id="is"),
        pytest.param("the cost becomes ", Clause.RESULT, id="becomes"),
        pytest.param("It should be multiplied by ", Clause.RESULT, id="by"),
        pytest.param("Answer: ", Clause.RESULT, id="colon"),
        pytest.param("- ", Clause.RESULT, id="alone"),
        pytest.param("The order does not matter: ", Clause.RESULT, id="colon after a denial"),
        pytest.param("Since it is not zero, the rank is ", Clause.RESULT, id="clause after a denial"),
        pytest.param("It is not ", Clause.CONDITION, id="denial"),
        pytest.param("In the lecture we had the example ", Clause.CONDITION, id="example"),
        pytest.param("We look at ", Clause.PLAIN, id="neither"),
        pytest.param(f"The rate is {X}, where ", Clause.CONDITION, id="where"),
        pytest.param(f"The rate is {X}, where {X} is the width and ", Clause.CONDITION, id="where, to the end"),
        pytest.param("When ", Clause.CONDITION, id="when"),
        pytest.param(f"When {X}, the cost is ", Clause.RESULT, id="after the condition"),
        pytest.param(f"Since {X}, we get ", Clause.RESULT, id="after the reason"),
        pytest.param(f"The cost is {X}, which is less than ", Clause.CONDITION, id="compared"),
        pytest.param(f"It costs {X} instead of ", Clause.CONDITION, id="instead of"),
        pytest.param("With two layers the cost is ", Clause.RESULT, id="a clause that ends in a verb"),
        pytest.param("It grows (by ", Clause.CONDITION, id="in brackets"),
        pytest.param("For stride ", Clause.CONDITION, id="the number of a thing"),
    ],
)
def test_the_clause_is_told_by_the_words_before(before: str, clause: Clause):
    assert clause_of(before) is clause


@pytest.mark.parametrize(
    "sentence, expected",
    [
        pytest.param("This ensures that the product is 1.", True, id="ensures"),
        pytest.param("Note that it is 1.", True, id="note"),
        pytest.param("For example, with n = 2 it is 5.", True, id="example"),
        pytest.param("This gives 1.", False, id="a step"),
        pytest.param("The result is 1.", False, id="a result"),
    ],
)
def test_sentences_that_explain_state_nothing(sentence: str, expected: bool):
    assert explains(sentence) is expected


@pytest.mark.parametrize(
    "before, thing, one_of_many",
    [
        pytest.param("with stride ", True, False, id="stride"),
        pytest.param("stride = ", True, False, id="stride and equals sign"),
        pytest.param("a factor of ", False, False, id="factor"),
        pytest.param("each filter has ", False, True, id="each"),
        pytest.param("it costs so much per step, in total ", False, False, id="per, but before the comma"),
    ],
)
def test_numbers_of_things_and_one_of_many(before: str, thing: bool, one_of_many: bool):
    assert (names_a_thing(before), counts_one_of_many(before)) == (thing, one_of_many)
