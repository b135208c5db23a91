"""What holds for every tree and every text: what is written is read back, and nothing but a ReadError is ever raised."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fullmarks.errors import ReadError
from fullmarks.expr.latex import latex
from fullmarks.expr.nodes import Symbol, Text
from fullmarks.expr.plain import plain
from fullmarks.read.reader import other_readings, read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.read.word_names import WORDS
from tests.strategies.trees import VOCABULARY, flat, matrices, plain_relations, plain_scalars, trees


@given(trees)
def test_what_is_written_as_plain_text_is_read_back(tree):
    text = plain(tree)
    assert read(text, VOCABULARY).tree == tree


@given(plain_scalars | matrices | plain_relations)
def test_what_is_written_as_latex_is_read_back(tree):
    assert flat(read(latex(tree), VOCABULARY).tree) == flat(tree)


@given(trees)
def test_every_tree_can_be_written_as_latex_with_its_braces_paired(tree):
    text = latex(tree)
    depth = 0
    for before, character in zip(" " + text, text, strict=False):
        depth += (character == "{" and before != "\\") - (character == "}" and before != "\\")
        assert depth >= 0
    assert depth == 0


def outcome(text, vocabulary=VOCABULARY):
    """The tree, or the code of the one error there may be."""
    try:
        return read(text, vocabulary).tree
    except ReadError as raised:
        error = raised
    assert 0 <= error.span.start <= error.span.end <= len(text)
    assert error.text == text
    assert error.sentence.endswith((".", "”."))
    assert error.caret()
    return error.code


PIECES = st.sampled_from(
    [
        *"xyni019.,;:+-*/^_=<>()[]{}|!%'\"$&~\\ \n",
        *("sin", "log", "lim", "sum", "int", "sqrt", "if", "else", "or", "not", "in", "mod", "cm", "km", "per", "the", "is", "dx"),
        *(r"\frac", r"\sqrt", r"\sum", r"\int", r"\lim", r"\text{", r"\left", r"\right", r"\mid", r"\begin{cases}", r"\end{cases}"),
        *(r"\begin{matrix}", r"\end{matrix}", r"\\", r"\boxed{", r"\hat", r"\to", r"\pm", r"\infty", r"\not", r"\circ", "^{", "_{"),
        *("½", "²", "₁", "π", "Σ", "√", "≤", "∞", "→", "∪", "…", "°", "±", "‖", "⌊", "⌋", "×", "·"),
    ]
)  # fmt: skip


@given(st.text())
@example("\ud800")
@example("0" * 20_001)
def test_any_text_gives_a_tree_or_a_read_error(text):
    outcome(text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_pieces_of_mathematics_in_any_order_give_a_tree_or_a_read_error(text):
    found = outcome(text)
    if not isinstance(found, str):
        assert plain(found)
        assert latex(found)


@st.composite
def mutated(draw):
    """A written tree with a few characters replaced."""
    text = draw(st.sampled_from((plain, latex)))(draw(trees))
    place, length = draw(st.integers(0, len(text))), draw(st.integers(0, 3))
    return text[:place] + draw(PIECES | st.just("")) + text[place + length :]


@given(mutated())
def test_mutated_texts_give_a_tree_or_a_read_error(text):
    outcome(text)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_reading_does_not_depend_on_what_was_read_before(text):
    assert outcome(text) == outcome(text)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_other_readings_differ_from_the_first(text):
    first = outcome(text)
    others = [reading.tree for reading in other_readings(text, VOCABULARY)]
    assert first not in others
    assert len(others) == len({repr(other) for other in others})


@given(
    st.text(string.ascii_letters, min_size=1, max_size=12), st.sets(st.text("abxy", min_size=1, max_size=3), max_size=4)
)
def test_a_run_of_letters_is_read_whatever_is_declared(letters, names):
    outcome(letters, Vocabulary(symbols=dict.fromkeys(names)))


@given(st.sampled_from("xyzab"), st.from_regex("[a-h]{1,3}[0-9]{0,2}|[0-9]{1,3}", fullmatch=True))
def test_spellings_of_a_subscript_are_one_name(base, below):
    vocabulary = Vocabulary(symbols={f"{base}_{below}": None})
    spellings = (
        f"{base}_{below}",
        f"{base}_{{{below}}}",
        f"{base}_{{\\text{{{below}}}}}",
        f"{base}_\\mathrm{{{below}}}",
    )
    assert {read(text, vocabulary).tree for text in spellings} == {Symbol(f"{base}_{below}")}


@pytest.mark.parametrize("word", sorted(WORDS))
def test_words_that_are_written_without_quotes_are_read_as_words(word):
    assert plain(Text(word)) == f'"{word}"' or read(word).tree == Text(word)
