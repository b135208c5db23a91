"""What the pages on adding a checker and a near miss have their readers write does its work."""

import sys
from importlib.util import module_from_spec, spec_from_loader

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.diagnose.near_miss import Trial
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.domains import parse_domain
from fullmarks.outcome import Verdict
from fullmarks.read.reader import read
from tests.docs.pages import DOCS, blocks


@pytest.fixture
def written(monkeypatch):
    """The module that a page's only file makes."""

    def load(page):
        (file,) = [block for block in blocks(DOCS / "how-to" / page) if block.info]
        module = module_from_spec(spec_from_loader(f"docs_{page[:-3].replace('-', '_')}", loader=None))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(compile(file.text, file.info, "exec"), module.__dict__)
        return module

    return load


def tree(text):
    return read(text).tree


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("4", Verdict.CORRECT, None, id="even"),
        pytest.param("0", Verdict.CORRECT, None, id="zero"),
        pytest.param("7", Verdict.INCORRECT, None, id="odd"),
        pytest.param("1/2", Verdict.INCORRECT, "not_whole", id="a fraction"),
        pytest.param("(1, 2)", Verdict.INCORRECT, "not_whole", id="a pair"),
    ],
)
def test_the_checker(written, answer, verdict, code):
    checker = written("add-a-checker.md").CHECKER
    options = checker.options.model_validate({"parity": "2"})
    outcome = checker.check(tree(answer), checker.expected(options, tree), options, Assumptions())
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_a_key_that_the_checker_cannot_use(written):
    checker = written("add-a-checker.md").CHECKER
    with pytest.raises(UnusableKeyError) as refused:
        checker.expected(checker.options.model_validate({"parity": "x"}), tree)
    assert str(refused.value) == "The key “x” is no whole number."


@pytest.mark.parametrize(
    "key, answer, explained",
    [
        pytest.param("p^n", "n log(p)", True, id="logarithm"),
        pytest.param("p^n", "n p", False, id="something else"),
    ],
)
def test_the_near_miss(written, key, answer, explained):
    positive = {"p": "positive", "n": "positive integer"}
    trial = Trial(Assumptions({name: parse_domain(words) for name, words in positive.items()}))
    diagnosis = written("add-a-near-miss.md").NEAR_MISS.explain(tree(answer), tree(key), trial)
    assert (diagnosis is not None) is explained
