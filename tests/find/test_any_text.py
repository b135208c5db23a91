"""Any text at all: the finder gives spans that are slices, says why, and never raises; hostile ones are bounded."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fullmarks.errors import SubmissionError
from fullmarks.find.find import find
from fullmarks.find.found import Found, Sought, SoughtPart
from fullmarks.find.submissions import from_text, parse_submission
from fullmarks.submission import Chat, Document, Submission


def item(part: str, name: str, wants: str, **more) -> Sought:
    return Sought(
        f"{part}.{name}", part, wants, more.get("title", ""), tuple(more.get("labels", ())), more.get("target"),
        tuple(more.get("words", ())), frozenset("x n d_in".split()), more.get("optional", False),
    )  # fmt: skip


PARTS = (
    SoughtPart(
        "1a",
        "Cost",
        (),
        (
            item("1a", "cost", "expression", title="the cost", labels=("cost",)),
            item("1a", "aside", "words", optional=True),
        ),
    ),
    SoughtPart(
        "1b",
        "Shape",
        (),
        (item("1b", "shape", "tuple", labels=("shape",)), item("1b", "y", "piecewise", target="y(n)")),
    ),
    SoughtPart(
        "2",
        "Map",
        (),
        (item("2", "map", "matrix"), item("2", "factor", "number"), item("2", "roots", "set", target="x")),
    ),
    SoughtPart(
        "3a", "Way", (), (item("3a", "way", "words", words=("grow", "shrink", "A")), item("3a", "why", "words"))
    ),
    SoughtPart("3b", "Range", (), (item("3b", "range", "interval"), item("3b", "law", "relation"))),
)
PIECES = st.sampled_from(
    [
        *("1a", "(a)", "(b)", "# Problem 1", "## 2.", "**3(a)**", "Part b:", "2. ", "- ", "> ", "\n", "\n\n", " "),
        *(
            "Final Answer",
            "**Answer:** ",
            "### Problem Statement",
            "Note: ",
            "or",
            " and ",
            "where ",
            "is ",
            ": ",
            ". ",
            "?",
        ),
        *(
            "$x$",
            "$$y(n) = \\begin{cases} 0 & n < 0 \\\\ 1 & n > 0 \\end{cases}$$",
            "\\boxed{3}",
            "\\[ [1, 2] \\]",
            "`x`",
            "$",
            "$$",
        ),
        *(
            "[[1, 2], [3, 4]]",
            "1 2\n3 4\n",
            "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n",
            "```\ncode\n```\n",
            "{",
            "}",
            "(",
            "[",
            "\\begin{align}",
            "&",
        ),
        *(
            "cost",
            "shape",
            "doubles",
            "if n < 0",
            "otherwise",
            "it will grow",
            "x = 3 or x = -3",
            "\\item",
            "\u200b",
            "é",
            "𝑥",
            "\r\n",
            "\t",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


def submission(content: Document | Chat) -> Submission:
    return Submission("x", content)


def check(found: Found, texts: dict[int | None, str]) -> None:
    known = {item.item for part in PARTS for item in part.items}
    for attempt in found.attempts:
        assert attempt.hints >= 0
        assert attempt.answers
        for answer in attempt.answers:
            assert answer.item in known
            assert answer.text == texts[attempt.turn][answer.span.start : answer.span.end]
            assert answer.text.strip()
            assert answer.why.endswith(".")
    for left in found.not_graded:
        assert 0 <= left.span.start <= left.span.end <= len(texts[left.turn])
        assert left.reason.endswith(".")


@given(TEXTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_document_is_read(text: str):
    found = find(submission(Document(text)), PARTS)
    check(found, {None: text})
    assert found == find(submission(Document(text)), PARTS)


@given(st.lists(st.tuples(st.sampled_from(["user", "assistant", "tool", "system"]), TEXTS), max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_chat_is_read(turns: list[tuple[str, str]]):
    messages = [{"role": role, "content": content} for role, content in turns]
    try:
        said = parse_submission({"messages": messages}, PARTS)
    except SubmissionError:
        # A chat that is refused (nobody answers, a control character) is none of the finder's.
        return
    check(find(said, PARTS), {index: content for index, (_, content) in enumerate(turns)})


HOSTILE = {
    "brackets": "[" * 50_000,
    "formula of braces": "(a) $" + "{" * 50_000 + "$",
    "dollars": "$" * 50_000,
    "boxes": "(a) " + r"\boxed{" * 10_000,
    "environments in dollars": r"$\begin{a}" * 5_000,
    "one long line": "1a: " + "x = 1, " * 10_000,
    "one long formula": "1a: $" + "a+b=" * 15_000 + "1$",
    "a part again and again": "(a) x\n" * 3_000,
    "an id again and again": "1a: 2n\n\n" * 1_500,
    "alternatives without end": "1a: " + "$x$ or " * 7_500,
    "a wide table": "| 1a | " + "$x$ | " * 5_000 + "\n|---|" + "---|" * 5_000 + "\n",
    "cases without end": "1b\n\n" + "- for n<0 it is 3\n" * 2_500,
    "rows without end": "2\n\n" + "1 2 3\n" * 2_500,
    "names joined": "(a)" + " and (b)" * 10_000,
    "headings": "# 1a\n" * 3_000,
    "quotations": "> " * 25_000,
    "commas": "1a: " + "1, " * 30_000,
    "equals signs": "1a: " + "=" * 75_000,
    "calls": "1a: " + "f(x" * 25_000,
    "blank lines": "\n" * 75_000 + "1a: 3",
    "exclamation marks": "!" * 7_000 + "x",
    "stops": "." * 75_000 + "1a",
    "fractions": "1a: $" + r"\frac{" * 10_000 + "1" + "}" * 10_000 + "$",
    "frames partly closed": r"\begin{aligned}" * 4_000 + r"\end{aligned}" * 1_500,
    "implications": "1a: $" + r"x \implies " * 7_500 + "$",
    "a long blank line": " " * 150_000 + "1a",
    "lists within lists": "".join("  " * depth + "- x\n" for depth in range(400)),
    "answers in one line": "1a: " + "x. Ans. 5 " * 5_000,
    "thoughts": "<think>" * 20_000,
    "numbered items in one line": "(a) " + "(i) x (ii) y " * 8_000,
    "values that go on": "1a: " + "$x =$ **5** " * 8_000,
    "names in brackets": "((1a)" * 15_000,
    "names with words before them": ("a b " * 50 + "1a\n") * 300,
    "names in bold": "**1a** x " * 8_000,
    "names listed in one line": "1a) " + "x 1b) " * 12_000,
    "lines that begin with signs": ("#" * 8 + "ab1 " * 40 + "\n") * 350,
    "brackets opened": "[" * 75_000,
    "formulas of AsciiDoc": "stem:[x" * 10_000,
    "data without end": "```json\n" + '{"1a": ' * 5_000,
    "data with many keys": "```yaml\n" + "1a: 5\n" * 3_000 + "```\n",
    "tables of LaTeX": "\\begin{tabular}{ll} Question & x \\\\ " * 1_500,
    "boxes with titles": "\\begin{tcolorbox}[title={Exercise 1 (a)}]\n" * 1_500,
    "Roman capitals": "II. x\nIII. x\n" * 2_500,
    "two megabytes of prose": "word " * 399_999,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_texts_cost_no_more_than_others(text: str):
    check(find(from_text(text), PARTS), {None: text})
    chat = parse_submission(
        {"messages": [{"role": "user", "content": "Solve 1a"}, {"role": "assistant", "content": text}]}, PARTS
    )
    check(find(chat, PARTS), {1: text})
    asked = parse_submission(
        {"messages": [{"role": "user", "content": text}, {"role": "assistant", "content": "1a: $2n$"}]}, PARTS
    )
    check(find(asked, PARTS), {1: "1a: $2n$"})


def test_what_is_past_the_bounds_is_named():
    text = "1a: $2n$\n\n" + "word " * 50_000
    found = find(from_text(text), PARTS)
    assert [attempt.part for attempt in found.attempts] == ["1a"]
    assert found.not_graded[-1].reason == "The document is too long: what follows character 200,000 was not read."
