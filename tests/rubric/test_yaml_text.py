"""What is no YAML, or YAML that a rubric may not use: each mistake at its place, in one sentence."""

from collections.abc import Callable

import pytest

SINGLE_QUOTES = "Use single quotes, which leave backslashes alone."
IN_QUOTES = "Put the value in quotes."
UNFIT = "This line does not fit the lines around it. Check its indentation, and quotes and brackets before it."
OTHERWISE = "Write the value alone, or put it in quotes."
NEXT_LINE = "Behind “|” or “>” the text begins on the next line. Else put the value in quotes."
ALIASES = "Write the value out, or put it in quotes."


@pytest.mark.parametrize(
    "written, instead, lines",
    [
        pytest.param(
            "[explode, vanish]",
            "[explode, vanish",
            "21:57: “,” or “]” is expected here: a bracket “[” is still open.",
            id="bracket never closed",
        ),
        pytest.param(
            "{flipped: '-key'}}",
            "{flipped: '-key'",
            "23:7: “,” or “}” is expected here: a brace “{” is still open.",
            id="brace never closed",
        ),
        pytest.param(
            "title: Cost", 'title: "Cost', "10:12: A quote that was opened is never closed.", id="quote never closed"
        ),
        pytest.param(
            "title: Cost",
            "title: Cost: of a step",
            "10:16: A second “: ” stands in this value. Put the whole value in quotes.",
            id="two colons",
        ),
        pytest.param(
            "[explode, vanish]",
            "[explode: vanish: stay]",
            "21:43: “,” or “]” is expected here: a bracket “[” is still open.",
            id="unquoted colon in a list",
        ),
        pytest.param(
            "    title: Cost",
            "\ttitle: Cost",
            "10:1: A tab stands where spaces are expected. Indent with spaces.",
            id="tab",
        ),
        pytest.param(
            "    title: Cost",
            '    title: "😀"\n\tx: Cost',
            "11:1: A tab stands where spaces are expected. Indent with spaces.",
            id="tab behind a character beyond sixteen bits",
        ),
        pytest.param(
            "title: Cost",
            'title: "Co\n---\nst"',
            "10:12: A quote that was opened is never closed.",
            id="quote over the end of a document",
        ),
        pytest.param(
            "    title: Cost",
            "%x y\n    title: Cost",
            "10:3: A line that begins with “%” is no value. Put the value in quotes.",
            id="percent sign in front of a line",
        ),
        pytest.param(
            "{flipped: '-key'}",
            "{flipped: -key:}",
            "22:87: A “:” ends this value. Put the whole value in quotes.",
            id="colon at the end of a value in braces",
        ),
        pytest.param(
            "title: Cost",
            'title: "\\xq"',
            f"10:15: This backslash means nothing between double quotes. {SINGLE_QUOTES}",
            id="escape without its number",
        ),
        pytest.param(
            "title: Cost",
            'title: "\\ud800"',
            f"10:15: This backslash means nothing between double quotes. {SINGLE_QUOTES}",
            id="escape that makes half a character",
        ),
        pytest.param(
            "    title: Cost",
            "   title: Cost\n  x",
            "12:10: A name with its “:” is expected here.",
            id="wrong indentation",
        ),
        pytest.param(
            "title: Cost", "title: @home", f"10:12: No value can begin with this character. {IN_QUOTES}", id="at sign"
        ),
        pytest.param(
            "title: Cost", "title: %x", f"10:12: No value can begin with this character. {IN_QUOTES}", id="percent sign"
        ),
        pytest.param(
            "title: Cost", "title: `Cost`", f"10:12: No value can begin with this character. {IN_QUOTES}", id="backtick"
        ),
        pytest.param("title: Cost", "title: | Cost", f"10:14: {NEXT_LINE}", id="bar"),
        pytest.param("title: Cost", "title: >Cost", f"10:13: {NEXT_LINE}", id="greater than"),
        pytest.param(
            "title: Cost",
            "title: * Cost",
            f"10:13: No value can begin with this character. {IN_QUOTES}",
            id="lone star",
        ),
        pytest.param(
            "title: Cost", "title: ? Cost", f"10:12: No value can begin with “? ”. {IN_QUOTES}", id="question mark"
        ),
        pytest.param(
            "    title: Cost", "Cost", "11:10: A name with its “:” is expected here.", id="text without an indentation"
        ),
        pytest.param("title: Cost", 'title: "Cost" of a step', f"10:19: {UNFIT}", id="text behind a quote"),
        pytest.param(
            "title: Cost",
            'title: "\\alpha and \\cost"',
            f"10:24: This backslash means nothing between double quotes. {SINGLE_QUOTES}",
            id="unknown escape",
        ),
        pytest.param(
            "title: Cost",
            'title: "\\frac12"',
            f"10:12: A backslash between double quotes made a control character here. {SINGLE_QUOTES}",
            id="escape that makes a control character",
        ),
        pytest.param(
            "title: Cost",
            'title: "a \\times b"',
            f"10:12: A backslash between double quotes made a control character here. {SINGLE_QUOTES}",
            id="escape that makes a tab",
        ),
        pytest.param(
            "[explode, vanish]",
            "[explode,, vanish]",
            "21:36: The file ends, or a value is missing, where one is expected.",
            id="missing element",
        ),
        pytest.param(
            "title: Cost",
            "title: - Cost",
            "10:12: A list with “-” cannot begin here. Begin it on a line of its own.",
            id="list on the line of its name",
        ),
        pytest.param(
            "rubric: demo",
            "%YAML 3.0\n---\nrubric: demo",
            "1:1: Only YAML 1.1 and 1.2 can be read. Remove the %YAML line.",
            id="YAML of another age",
        ),
        pytest.param(
            "title: Cost", "title: !!str Cost", f"10:12: Tags (“!!str”) are not allowed. {OTHERWISE}", id="tag"
        ),
        pytest.param(
            "title: Cost", "title: !cost Cost", f"10:12: Tags (“!cost”) are not allowed. {OTHERWISE}", id="own tag"
        ),
        pytest.param(
            "title: Cost",
            "title: !!python/object/apply:os.system [ls]",
            f"10:12: Tags (“!!python/object/apply:os.system”) are not allowed. {OTHERWISE}",
            id="tag of Python",
        ),
        pytest.param(
            "title: Cost",
            "title: &it Cost\n    aliases: *it",
            "\n".join(
                [
                    f"10:12: Anchors (“&it”) are not allowed. {OTHERWISE}",
                    f"11:14: Aliases (“*it”) are not allowed. {ALIASES}",
                ]
            ),
            id="anchor and alias",
        ),
        pytest.param(
            "    title: Cost",
            "    <<: *base\n    title: Cost",
            f"10:9: Aliases (“*base”) are not allowed. {ALIASES}",
            id="merge of an alias",
        ),
        pytest.param(
            "title: Cost",
            "title: Cost\n    title: Costs",
            "11:5: “title” stands twice here; the first is in line 10. Keep one of them.",
            id="name twice",
        ),
        pytest.param(
            "      output:",
            "      direction: {numeric: 1}\n      output:",
            "22:7: “direction” stands twice here; the first is in line 21. Keep one of them.",
            id="item twice",
        ),
        pytest.param(
            "rubric: demo",
            "rubric: demo\n---\nrubric: demo",
            "2:1: A second document begins here (“---”). A file holds one rubric.",
            id="second document",
        ),
        pytest.param(
            "title: Cost",
            "[title]: Cost",
            "10:5: A name before “:” must be a text, not a list or a mapping. Put it in quotes.",
            id="list as a name",
        ),
        pytest.param(
            "title: Cost",
            "{title: x}: Cost",
            "10:5: A name before “:” must be a text, not a list or a mapping. Put it in quotes.",
            id="mapping as a name",
        ),
        pytest.param(
            "title: Cost", "title:", "10:5: “title:” has no value. Write one, or remove the line.", id="no value"
        ),
        pytest.param(
            "title: Cost", "title: null", "10:5: “title:” has no value. Write one, or remove the line.", id="null"
        ),
        pytest.param(
            "title: Cost", "title: ~", "10:5: “title:” has no value. Write one, or remove the line.", id="tilde"
        ),
        pytest.param(
            "known:\n          - {answer: c d_out^2 d_in, points: 1}",
            "known:\n          - {answer: c, d_out^2 d_in, points: 1}",
            "16:25: “d_out^2 d_in:” has no value. In braces a comma ends a value: put a value with commas in quotes.",
            id="comma in a text",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\x00st",
            "10:14: The character U+0000 may not stand in a rubric. Remove it.",
            id="null character",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\x1bst",
            "10:14: The character U+001B may not stand in a rubric. Remove it.",
            id="escape character",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\u202est",
            "10:14: The character U+202E may not stand in a rubric. Remove it.",
            id="turned direction",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\u2028st",
            "10:14: The character U+2028 may not stand in a rubric. Remove it.",
            id="line end of another kind",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\u200bst",
            "10:14: The character U+200B may not stand in a rubric. Remove it.",
            id="no width",
        ),
        pytest.param(
            "title: Cost",
            "title: Co\ud800st",
            "10:14: The character U+D800 may not stand in a rubric. Remove it.",
            id="half a character",
        ),
        pytest.param(
            "title: Cost",
            "title: " + "[" * 60 + "]" * 60,
            "10:59: More than 50 levels of brackets or indentation. A rubric needs no more than a dozen.",
            id="too deep",
        ),
        pytest.param(
            "title: Cost",
            "title: " + "[" * 100_000,
            "10:59: More than 50 levels of brackets or indentation. A rubric needs no more than a dozen.",
            id="hundred thousand brackets",
        ),
        pytest.param(
            "WHOLE", "", "1:1: The file is empty. A rubric begins with “rubric: ” and its name.", id="empty file"
        ),
        pytest.param(
            "WHOLE",
            "# to do\n",
            "1:1: The file is empty. A rubric begins with “rubric: ” and its name.",
            id="only a comment",
        ),
        pytest.param(
            "WHOLE",
            "#" * 1_000_001,
            "1:1: The file has 1,000,001 characters; a rubric may have 1,000,000.",
            id="too long",
        ),
        pytest.param(
            "title: Cost",
            "title: !a Cost\n    title:\n    aliases: [*b]",
            "\n".join(
                [
                    f"10:12: Tags (“!a”) are not allowed. {OTHERWISE}",
                    "11:5: “title” stands twice here; the first is in line 10. Keep one of them.",
                    "11:5: “title:” has no value. Write one, or remove the line.",
                    f"12:15: Aliases (“*b”) are not allowed. {ALIASES}",
                ]
            ),
            id="several at once",
        ),
    ],
)
def test_what_is_no_yaml_is_told_at_its_place(written: str, instead: str, lines: str, told: Callable[[str, str], str]):
    assert told(written, instead) == lines
