"""Mistakes of form: names, kinds and values that may not stand where they stand, all at once."""

from collections.abc import Callable

import pytest

from fullmarks.checkers.registry import CHECKERS

VERDICTS = "Write one of: correct, partial, incorrect, missing, unreadable, several_answers, needs_review."
KINDS = ", ".join(sorted(CHECKERS))
LINES = "stands where “name: value” lines are expected."
AS_LIST = "stands where a list is expected. Write [first, second], or one a line with “- ”."
AS_TEXT = "stands where a text is expected. Put quotes around the whole text."
UNFIT = "This line does not fit the lines around it. Check its indentation, and quotes and brackets before it."
RUNTIME = """\
    items:
      runtime:
        symbolic: 2 c d_out^2 d_in
        points: 2
        known:
          - {answer: c d_out^2 d_in, points: 1}
        tests:
          - {answer: 2 c d_out^2 d_in, verdict: correct}
"""


@pytest.mark.parametrize(
    "written, instead, lines",
    [
        pytest.param("WHOLE", "- rubric: demo\n", f"1:1: A list {LINES}", id="not a mapping"),
        pytest.param("WHOLE", "rubric", f"1:1: “rubric” {LINES}", id="only a text"),
        pytest.param("WHOLE", "rubric: demo\n", "1:1: “parts:” is missing here.", id="no parts"),
        pytest.param(
            "WHOLE",
            "rubric: demo\nparts: {}\n",
            "2:8: Nothing is listed here. At least one is needed.",
            id="empty parts",
        ),
        pytest.param(
            "rubric: demo\n",
            "rubric: demo\nfile: hw/answers.md\n",
            "2:7: “hw/answers.md” is a path. Give the file's name alone, in whatever folder it is: answers.md.",
            id="path of a file",
        ),
        pytest.param(RUNTIME, "", "9:3: “items:” is missing here.", id="part without items"),
        pytest.param("rubric: demo\n", "title: Demo\n", "1:1: “rubric:” is missing here.", id="no name"),
        pytest.param(
            "rubric: demo",
            "rubric: my demo",
            "1:9: “my demo” cannot be a name here. Use letters, digits, “-” and “_”, at most 40.",
            id="bad name",
        ),
        pytest.param(
            "attempts:", "atempts:", "7:1: “atempts” is not known here. Did you mean “attempts”?", id="misspelt top"
        ),
        pytest.param(
            "attempts: {counts: last}",
            "deadline: tomorrow",
            "7:1: “deadline” is not known here. Known here: rubric, title, points, symbols, arrays, operators, decimal comma, say, "
            "attempts, late, rounding, release ….",
            id="unknown top",
        ),
        pytest.param(
            "  1a:\n",
            "  1..a:\n",
            "9:3: “1..a” cannot be a part's name. Use letters, digits, “-” and “_”, and dots between them: 2a, 1.2.",
            id="name of a part with two dots",
        ),
        pytest.param(
            "      runtime:\n",
            "      run time:\n",
            "12:7: “run time” cannot be a name here. Use letters, digits, “-” and “_”, at most 40.",
            id="name of an item with a space",
        ),
        pytest.param(
            "points: 2", "pionts: 2", "14:9: “pionts” is not known here. Did you mean “points”?", id="misspelt points"
        ),
        pytest.param(
            "symbolic:", "symbolc:", "13:9: “symbolc” is not known here. Did you mean “symbolic”?", id="misspelt kind"
        ),
        pytest.param(
            "        symbolic: 2 c d_out^2 d_in\n",
            "",
            f"12:7: This item names no checker. Give it one of: {KINDS}.",
            id="no kind",
        ),
        pytest.param(
            "points: 2",
            "numeric: 2",
            "14:9: An item has one checker; this one names symbolic and numeric. Keep one of them.",
            id="two kinds",
        ),
        pytest.param(
            "{choice: [explode, vanish], key: explode}", "explode", f"21:18: “explode” {LINES}", id="item is a text"
        ),
        pytest.param("    title: Cost\n", "    title: Cost\n  1b: [x]\n", f"12:5: {UNFIT}", id="part is a list"),
        pytest.param(
            "points: 2",
            "credit: each entry",
            "14:9: “credit” is not known here. Known here: form, in terms of, up to, also, arrays, bound, conventions, "
            "follows, known, labels, near, note ….",
            id="option of another kind",
        ),
        pytest.param(
            "credit: each row",
            "credti: each row",
            "22:42: “credti” is not known here. Did you mean “credit”?",
            id="misspelt option",
        ),
        pytest.param(
            "credit: each row",
            "credit: each raw",
            "22:50: “each raw” is not known here. Did you mean “each row”?",
            id="misspelt choice of an option",
        ),
        pytest.param(
            "{choice: [explode, vanish], key: explode}",
            "{choice: [explode, vanish]}",
            "21:19: “key:” is missing here.",
            id="missing option",
        ),
        pytest.param(
            "{choice: [explode, vanish], key: explode}",
            "{choice: [explode, vanish], kye: explode}",
            "21:46: “kye” is not known here. Did you mean “key”?",
            id="misspelt missing option",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: {key: 2 c, from: expanded}",
            "13:30: “from” is not known here. Did you mean “form”?",
            id="options under the kind",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: 2 c\n        form: expandd",
            "14:15: “expandd” is not known here. Did you mean “expanded”?",
            id="bad form",
        ),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in", "symbolic: [2 c, d_out]", f"13:19: A list {AS_TEXT}", id="list as a key"
        ),
        pytest.param("title: Cost", "title: {of: step}", f"10:12: A mapping {AS_TEXT}", id="mapping as a text"),
        pytest.param(
            "symbolic: 2 c d_out^2 d_in",
            "symbolic: ''",
            "13:19: An empty text says nothing. Write something, or remove the line.",
            id="empty key",
        ),
        pytest.param(
            "[[1, 2], [3, 4]]", "[[1, 2], [3, {x: 4}]]", f"22:37: A mapping {AS_TEXT}", id="mapping inside a matrix"
        ),
        pytest.param(
            "points: 2",
            "points: two",
            "14:17: “two” is not a number of points. Write 2, 0.5 or 1/2.",
            id="word for points",
        ),
        pytest.param(
            "points: 2",
            "points: -2",
            "14:17: “-2” is not a number of points. Write 2, 0.5 or 1/2.",
            id="negative points",
        ),
        pytest.param(
            "points: 2",
            "points: 50%",
            "14:17: “50%” is not a number of points. Write 2, 0.5 or 1/2.",
            id="percent for points",
        ),
        pytest.param(
            "points: 2",
            "points: 1/0",
            "14:17: “1/0” is not a number of points. Write 2, 0.5 or 1/2.",
            id="points by zero",
        ),
        pytest.param(
            "points: 2",
            "points: [2]",
            "14:17: A list is not a number of points. Write 2, 0.5 or 1/2.",
            id="points as a list",
        ),
        pytest.param(
            "points: 2",
            "points: 12345678901234567890",
            "14:17: “12345678901234567890” is not a number of points. Write 2, 0.5 or 1/2.",
            id="points too long",
        ),
        pytest.param(
            "points: 2",
            "near: {sign: 150%}",
            "14:22: “150%” is more than all the points. Write a share from 0% to 100%.",
            id="share above one",
        ),
        pytest.param(
            "points: 2",
            "near: {sign: half}",
            "14:22: “half” is not a share of the points. Write 50%, 0.5 or 1/2.",
            id="share in words",
        ),
        pytest.param(
            "{counts: last}",
            "{counts: last, cost: 2}",
            "7:32: “2” is more than all the points. Write a share from 0% to 100%.",
            id="cost above one",
        ),
        pytest.param("points: 2", "optional: maybe", "14:19: “maybe” is neither yes nor no.", id="neither yes nor no"),
        pytest.param(
            "{counts: last}",
            "{counts: latest}",
            "7:20: “latest” is not known here. Did you mean “last”?",
            id="unknown policy",
        ),
        pytest.param(
            "{counts: last}",
            "{counts: average}",
            "7:20: “average” is not known here. Write one of: last, best, first.",
            id="far policy",
        ),
        pytest.param(
            "attempts:",
            "release: {verdicts: later}\nattempts:",
            "7:21: “later” is not known here. Write one of: at once, after due, never.",
            id="unknown moment",
        ),
        pytest.param(
            "verdict: correct", "verdict: right", f"18:49: “right” is not known here. {VERDICTS}", id="unknown verdict"
        ),
        pytest.param(
            "verdict: correct",
            "verdict: corect",
            "18:49: “corect” is not known here. Did you mean “correct”?",
            id="misspelt verdict",
        ),
        pytest.param(
            "verdict: correct",
            "verdict: [correct]",
            f"18:49: A list cannot stand here. {VERDICTS}",
            id="verdict as a list",
        ),
        pytest.param(", verdict: correct}", "}", "18:13: “verdict:” is missing here.", id="test without verdict"),
        pytest.param(
            ", verdict: correct}",
            ", verdcit: correct}",
            "18:40: “verdcit” is not known here. Did you mean “verdict”?",
            id="test with a misspelt verdict",
        ),
        pytest.param(
            "{answer: 2 c d_out^2 d_in, verdict: correct}",
            "{verdict: correct}",
            "18:13: “answer:” is missing here.",
            id="test without answer",
        ),
        pytest.param(
            "{answer: 2 c d_out^2 d_in, verdict: correct}",
            "{answer: [2, c], verdict: correct}",
            f"18:22: A list {AS_TEXT}",
            id="test answer as a list",
        ),
        pytest.param(
            "          - {answer: 2 c d_out^2 d_in, verdict: correct}",
            "          answer: 2 c\n          verdict: correct",
            f"18:11: A mapping {AS_LIST}",
            id="tests as a mapping",
        ),
        pytest.param(
            "{answer: c d_out^2 d_in, points: 1}",
            "{points: 1, say: Hm}",
            "16:13: “answer:” is missing here.",
            id="known without answer",
        ),
        pytest.param(
            "{answer: c d_out^2 d_in, points: 1}",
            "{answer: [c], points: 1}",
            f"16:22: A list {AS_TEXT}",
            id="known of a wrong form",
        ),
        pytest.param(
            "          - {answer: c d_out^2 d_in, points: 1}",
            "          - c d_out^2 d_in",
            f"16:13: “c d_out^2 d_in” {LINES}",
            id="known is a text",
        ),
        pytest.param("points: 2", "also: [{x: 2 c}]", f"14:16: A mapping {AS_TEXT}", id="further key of a wrong form"),
        pytest.param(
            "points: 2", "say: {wrong: Hm}", f"14:15: “wrong” is not known here. {VERDICTS}", id="say for no verdict"
        ),
        pytest.param(
            "points: 2",
            "say: {incorrect: '  '}",
            "14:26: An empty text says nothing. Write something, or remove the line.",
            id="say nothing",
        ),
        pytest.param(
            "any of:", "anyof:", "23:24: “anyof” is not known here. Did you mean “any of”?", id="misspelt phrases"
        ),
        pytest.param(
            "{any of: [time shift, equivarian]}",
            "{points: 2}",
            "23:23: A criterion asks for nothing. Give it phrases: all of, any of or none of.",
            id="criterion that asks nothing",
        ),
        pytest.param(
            "[{any of: [time shift, equivarian]}]",
            "time shift",
            f"23:22: “time shift” {AS_LIST}",
            id="criteria as a text",
        ),
        pytest.param(
            "points: 2",
            "follows: {y: 3a}",
            "14:22: “3a” is not an item. Write part and item with a dot between them: 3a.y.",
            id="follows no item",
        ),
        pytest.param(
            "points: 2",
            "labels: ['']",
            "14:18: An empty text says nothing. Write something, or remove the line.",
            id="empty label",
        ),
        pytest.param(
            "points: 2",
            "pionts: 2\n        optional: maybe\n        labels: {}",
            "\n".join(
                [
                    "14:9: “pionts” is not known here. Did you mean “points”?",
                    "15:19: “maybe” is neither yes nor no.",
                    f"16:17: A mapping {AS_LIST}",
                ]
            ),
            id="several at once",
        ),
    ],
)
def test_a_wrong_form_is_told_at_its_place(written: str, instead: str, lines: str, told: Callable[[str, str], str]):
    assert told(written, instead) == lines
