"""What was not read is listed, with its place."""

from fullmarks.find.documents import LONGEST_TEXT
from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_text, parse_submission

PARTS = (SoughtPart("1a", "", (), (Sought("1a.x", "1a", "number", "", (), "x", (), frozenset("x")),)),)
LONG = f"1a) $x = 5$.\n\n{'word ' * (LONGEST_TEXT // 5)}\n\n1a) $x = 6$."


def test_the_end_of_a_long_document_is_listed():
    found = find(from_text(LONG), PARTS)
    assert [answer.text for attempt in found.attempts for answer in attempt.answers] == ["x = 5"]
    assert found.not_graded[-1].reason == "The document is too long: what follows character 200,000 was not read."
    assert LONG[found.not_graded[-1].span.start : found.not_graded[-1].span.end].endswith("$x = 6$.")


def test_the_end_of_a_long_turn_is_listed():
    messages = [{"role": "user", "content": "1a"}, {"role": "assistant", "content": LONG}]
    found = find(parse_submission({"messages": messages}, PARTS), PARTS)
    assert [answer.text for attempt in found.attempts for answer in attempt.answers] == ["x = 5"]
    assert found.not_graded[-1].reason == "The turn is too long: what follows character 200,000 was not read."
    assert found.not_graded[-1].turn == 1


def test_what_latex_does_not_print_is_not_listed():
    text = "\\documentclass{article}\n\\begin{document}\n1a) $x = 5$\n\\end{document}\n\nold: $x = 6$\n"
    assert find(from_text(text, "latex"), PARTS).not_graded == ()
