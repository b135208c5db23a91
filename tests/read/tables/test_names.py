"""Names of rows and columns, found however they are written."""

import pytest

from fullmarks.read.tables.names import TableNames

NAMES = TableNames(
    {
        "CONV3-10": "CONV3-10",
        "conv": "CONV3-10",
        "POOL2": "POOL2",
        "max pool": "POOL2",
        "FC-3": "FC-3",
        "dense": "FC-3",
    },
    ("number of parameters", "parameter", "params"),
)


@pytest.mark.parametrize(
    "title, row",
    [
        pytest.param("CONV3-10", "CONV3-10", id="as it is"),
        pytest.param("conv3 - 10", "CONV3-10", id="joined otherwise"),
        pytest.param(r"\text{CONV3-10}", "CONV3-10", id="in a text of LaTeX"),
        pytest.param("**Conv3–10** (padding 1)", "CONV3-10", id="bold, with a dash and a remark"),
        pytest.param("2. Convolutional layer", "CONV3-10", id="a name whose letters go on"),
        pytest.param("Conv1", "CONV3-10", id="another name with a number"),
        pytest.param("Max-Pooling", "POOL2", id="two words joined"),
        pytest.param("POOL2 after CONV3-10", "POOL2", id="the first of two"),
        pytest.param("FC 3", "FC-3", id="a space for the dash"),
        pytest.param("FC-30", None, id="another number"),
        pytest.param("spool2", None, id="the end of a word"),
        pytest.param("Total", None, id="no row"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_row_that_a_title_names(title: str, row: str | None):
    assert NAMES.row_called(title) == row


@pytest.mark.parametrize(
    "heading, place",
    [
        pytest.param("Number of Parameters", 0, id="the surest name"),
        pytest.param("Parameters (weights + biases)", 1, id="more words"),
        pytest.param("# params", 2, id="a short name"),
        pytest.param("**Total parameters**", 1, id="marked up"),
        pytest.param("Activation shape", None, id="another column"),
        pytest.param("parametric", None, id="a longer word"),
    ],
)
def test_how_surely_a_heading_names_the_column(heading: str, place: int | None):
    assert NAMES.column_called(heading) == place


def test_names_without_letters_or_digits_are_never_found():
    assert TableNames({"—": "—"}).row_called("— and more") is None


def test_no_names_are_never_found():
    assert TableNames({}).row_called("CONV3-10") is None
    assert list(TableNames({}).openings("CONV3-10: 5")) == []
