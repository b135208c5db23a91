"""The report as Markdown."""

import pytest
from markdown_it import MarkdownIt

from fullmarks.report.as_markdown import as_markdown
from fullmarks.report.named import NamedReport
from fullmarks.report.student_view import student_view
from tests.report.changed import with_texts
from tests.report.hostile import HOSTILE

WHOLE = """\
# ann.md

**1 of 4 points; 1 more may be given by a person**

Rubric demo, version 0123456789ab; submission 5e1f

| part | | points |
|---|---|---:|
| 1a | Cost | 1 / 2 |
| 1b |  | 0 / 1 |
| 2 | Why | 0 / 1 |

## 1a Cost: 1 / 2

### Attempt 1, message 1

- ◐ **runtime**: partial, 0.5 / 1
  - answer: `$c d$`
  - read as: `c*d`
  - evidence: different by exact arithmetic at c = 1, d = 2 (2 is not 4)
  - feedback: About 1a.runtime.
  - for staff: Half of the key 2 c d.

- ✗ **why**: incorrect, 0 / 1
  - answer: `[1, 2]`
  - evidence: different at x = 2
  - entries: 1 of 2 right
  - feedback: About 1a.why.

### Attempt 2, message 3, the one that counts

- ✓ **runtime**: correct, 1 / 1
  - answer: `2cd`
  - evidence: written the same

## 1b: 0 / 1

- ? **y**: unreadable, 0 / 1
  - answer: `((`
  - feedback: About 1b.y.
  - open: 1 point waits for a person

## 2 Why: 0 / 1

- – **why**: missing, 0 / 1

## Not graded

- message 7: `Question 9` (no part has this name)
"""
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FOREIGN = {
    "html_block",
    "html_inline",
    "link_open",
    "image",
    "em_open",
    "s_open",
    "blockquote_open",
    "hr",
    "code_block",
}


def tokens(text):
    for token in MARKDOWN.parse(text):
        yield token
        yield from token.children or []


def shape(text):
    """What divides the text, in its order."""
    return [token.type for token in tokens(text) if token.nesting and token.type not in ("strong_open", "strong_close")]


def test_the_whole_report(report):
    assert as_markdown(NamedReport("ann.md", report)) == WHOLE


def test_a_students_view_holds_nothing_for_staff(report):
    text = as_markdown(NamedReport("ann.md", student_view(report)))
    assert "for staff" not in text
    assert "2 is not 4" not in text


def test_a_place_is_shown_below_its_sentence(report):
    changed = with_texts(report, "no\n((\n  ^")
    assert "  - feedback: About: no\n\n    ```\n    ((\n      ^\n    ```\n" in as_markdown(NamedReport("x", changed))


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_handed_in_is_only_shown(report, text):
    written = as_markdown(NamedReport(text, with_texts(report, text)))
    assert {token.type for token in tokens(written)} & FOREIGN == set()
    headings = [token for token in MARKDOWN.parse(written) if token.type == "heading_open"]
    assert [token.tag for token in headings] == ["h1", "h2", "h3", "h3", "h2", "h2", "h2"]
    assert sum(token.type == "tr_open" for token in tokens(written)) == 4
