"""The Python that the pages show does what they say."""

import doctest
import re

import pytest

from tests.docs.pages import DOCS, README


def examples(page):
    text = "\n".join(re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    return doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(README, id="readme"),
        pytest.param(DOCS / "how-to" / "evaluate-models.md", id="evaluate models"),
        pytest.param(DOCS / "how-to" / "use-check-in-an-evaluation.md", id="use check"),
    ],
)
def test_the_examples_of_a_page(page, monkeypatch):
    monkeypatch.chdir(README.parent)
    test = examples(page)
    assert test.examples
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert "".join(told) == ""
