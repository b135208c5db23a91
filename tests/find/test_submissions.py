"""What comes in over a border: each form that is taken, and the sentence that each fault gets."""

import json
from datetime import UTC, datetime

import pytest

from fullmarks.errors import SubmissionError
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_bytes, from_json_text, from_text, parse_submission
from fullmarks.submission import Chat, Document, Message, StructuredAnswers


def item(part: str, name: str, *, optional: bool = False) -> Sought:
    return Sought(f"{part}.{name}", part, "expression", "", (), None, (), frozenset(), optional)


PARTS = (
    SoughtPart("1a", "Cost", (), (item("1a", "cost"), item("1a", "rewrite", optional=True))),
    SoughtPart("2b", "Size", ("second",), (item("2b", "width"), item("2b", "height"))),
)
ALL = "“answers”, “document” or “messages”"


@pytest.mark.parametrize(
    "data, content",
    [
        pytest.param({"answers": {"1a.cost": "2n"}}, StructuredAnswers({"1a.cost": "2n"}), id="flat id"),
        pytest.param({"answers": {"1a": {"cost": "2n"}}}, StructuredAnswers({"1a.cost": "2n"}), id="nested id"),
        pytest.param(
            {"answers": {"1a": {"1a.cost": "2n"}}}, StructuredAnswers({"1a.cost": "2n"}), id="full id within its part"
        ),
        pytest.param(
            {"answers": {"1a": "2n"}},
            StructuredAnswers({"1a.cost": "2n"}),
            id="a part with one item that must be answered",
        ),
        pytest.param({"answers": {"second": {"width": 3}}}, StructuredAnswers({"2b.width": 3}), id="alias, number"),
        pytest.param(
            {"answers": {"1a": [[1, 2], ["x", 4.5]]}}, StructuredAnswers({"1a.cost": [[1, 2], ["x", 4.5]]}), id="lists"
        ),
        pytest.param(
            {"answers": {"1a": "2n", "2b": {"width": None}}},
            StructuredAnswers({"1a.cost": "2n"}),
            id="null answers nothing",
        ),
        pytest.param({"document": "# 1a"}, Document("# 1a"), id="document"),
        pytest.param("# 1a", Document("# 1a"), id="a bare text is a document"),
        pytest.param(
            {"document": "# 1a", "rubric": "x", "answers": None}, Document("# 1a"), id="the caller's own fields"
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": "1a"}, {"role": "assistant", "content": "2n"}]},
            Chat((Message("user", "1a", 0), Message("assistant", "2n", 1))),
            id="chat",
        ),
        pytest.param(
            [{"role": "assistant", "content": "2n"}], Chat((Message("assistant", "2n", 0),)), id="bare messages"
        ),
        pytest.param(
            {
                "messages": [
                    {
                        "role": "assistant",
                        "content": [{"type": "text", "text": "a"}, {"type": "image_url"}, {"text": "b"}],
                    }
                ]
            },
            Chat((Message("assistant", "a\n\nb", 0),)),
            id="pieces of text, and one that is none",
        ),
        pytest.param(
            {"messages": [{"role": "assistant", "content": None}, {"role": "assistant", "content": ["a"]}]},
            Chat((Message("assistant", "", 0), Message("assistant", "a", 1))),
            id="no content, bare pieces",
        ),
        pytest.param(
            {
                "messages": [
                    {"role": "developer", "content": "x"},
                    {"role": "function", "content": "y"},
                    {"role": "assistant", "content": "z"},
                ]
            },
            Chat((Message("system", "x", 0), Message("tool", "y", 1), Message("assistant", "z", 2))),
            id="other names of roles",
        ),
        pytest.param(
            {
                "messages": [
                    {"role": "human", "content": "x"},
                    {"role": "ai", "content": "y"},
                    {"role": "model", "content": "z"},
                ]
            },
            Chat((Message("user", "x", 0), Message("assistant", "y", 1), Message("assistant", "z", 2))),
            id="names of roles in other services",
        ),
        pytest.param(
            {
                "messages": [
                    {
                        "role": "user",
                        "name": "ann",
                        "content": [{"type": "text", "text": "1a"}, {"type": "image_url", "image_url": {}}],
                    },
                    {
                        "role": "assistant",
                        "content": None,
                        "tool_calls": [{"id": "1", "type": "function", "function": {}}],
                    },
                    {"role": "tool", "tool_call_id": "1", "content": [{"type": "text", "text": "2"}]},
                    {"role": "assistant", "content": [{"type": "text", "text": {"value": "2n", "annotations": []}}]},
                ]
            },
            Chat(
                (
                    Message("user", "1a", 0),
                    Message("assistant", "", 1),
                    Message("tool", "2", 2),
                    Message("assistant", "2n", 3),
                )
            ),
            id="names, images, tool calls and pieces",
        ),
    ],
)
def test_each_form_is_taken(data: object, content: object):
    assert parse_submission(data, PARTS).content == content


def test_the_id_is_the_content_whatever_the_order_and_the_form_of_ids():
    one = parse_submission({"answers": {"1a": "2n", "2b": {"width": 1}}}, PARTS)
    other = parse_submission({"answers": {"2b.width": 1, "1a.cost": "2n"}}, PARTS)
    assert one.id == other.id
    assert len(one.id) == 64
    assert one.id != parse_submission({"answers": {"1a": "3n", "2b": {"width": 1}}}, PARTS).id


def test_student_and_external_id_are_taken_along():
    said = parse_submission({"document": "x", "student": "ann", "external_id": "7"}, PARTS)
    assert (said.student, said.external_id) == ("ann", "7")
    assert parse_submission({"document": "x", "student": "ann"}, PARTS, student="bob").student == "bob"


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param('{"answers": {"1a": 1.50}}', "1.50", id="the digits of a decimal are kept"),
        pytest.param('{"answers": {"1a": 2e400}}', "2e400", id="past what a float holds"),
        pytest.param('{"answers": {"1a": 12}}', 12, id="an integer is one"),
        pytest.param('{"answers": {"1a": "\\u0394W"}}', "ΔW", id="escapes"),
    ],
)
def test_json_text_keeps_what_was_written(text: str, answer: object):
    assert from_json_text(text, PARTS).content == StructuredAnswers({"1a.cost": answer})


@pytest.mark.parametrize(
    "content, name, expected",
    [
        pytest.param(b"1a: 2n", "hw.txt", Document("1a: 2n", "plain"), id="text by suffix"),
        pytest.param(b"{1a}", "hw.md", Document("{1a}", "markdown"), id="Markdown that starts with a brace"),
        pytest.param(b"\\item 2n", "hw.tex", Document("\\item 2n", "latex"), id="LaTeX by suffix"),
        pytest.param(
            b'\xef\xbb\xbf{"document": "x"}', "hw.json", Document("x"), id="JSON by suffix, with a byte order mark"
        ),
        pytest.param(b'  {"document": "x"}', "", Document("x"), id="JSON by its first character"),
        pytest.param(b"plain words", "answers", Document("plain words"), id="no suffix, no brace"),
    ],
)
def test_a_file_is_told_by_its_suffix_or_its_beginning(content: bytes, name: str, expected: object):
    assert from_bytes(content, PARTS, name).content == expected


@pytest.mark.parametrize(
    "data, where, sentence",
    [
        pytest.param(7, "", f"A submission is an object with {ALL}, not a number.", id="a number"),
        pytest.param({}, "", f"There is nothing to mark: a submission needs {ALL}.", id="nothing"),
        pytest.param(
            {"document": "x", "messages": []},
            "messages",
            f"A submission has one of {ALL}; this one has document and messages.",
            id="two forms",
        ),
        pytest.param(
            {"document": " \n"}, "document", "There is nothing to mark: the submission is empty.", id="blank document"
        ),
        pytest.param(
            {"document": 3}, "document", "“document” must be a text, not a number.", id="document of a wrong type"
        ),
        pytest.param({"answers": {}}, "answers", "There is nothing to mark: the submission is empty.", id="no answers"),
        pytest.param(
            {"answers": ["x"]},
            "answers",
            "“answers” must be an object with an answer by item, not a list.",
            id="answers in a list",
        ),
        pytest.param(
            {"answers": {"9z": "x"}},
            "answers.9z",
            "“9z” is not a part of this homework. Its parts are 1a, 2b.",
            id="unknown part",
        ),
        pytest.param(
            {"answers": {"2b": {"depth": 1}}},
            "answers.2b.depth",
            "“depth” is not an item of part 2b. Its items are width, height.",
            id="unknown item",
        ),
        pytest.param(
            {"answers": {"2b.depth": 1}},
            "answers.2b.depth",
            "“depth” is not an item of part 2b. Its items are width, height.",
            id="unknown flat item",
        ),
        pytest.param(
            {"answers": {"2b": "3"}},
            "answers.2b",
            'Part 2b has several items: width, height. Answer each by its name: {"2b": {"width": …}}.',
            id="one answer to two items",
        ),
        pytest.param(
            {"answers": {"1a": "x", "1a.cost": "y"}},
            "answers.1a.cost",
            "The item “1a.cost” is answered twice. Keep one of them.",
            id="twice",
        ),
        pytest.param(
            {"answers": {"1a": True}},
            "answers.1a",
            "An answer is a text, a number or a list of them, not true or false.",
            id="a truth value",
        ),
        pytest.param(
            {"answers": {"1a": [{"x": 1}]}},
            "answers.1a",
            "An answer is a text, a number or a list of them, not an object.",
            id="an object in a list",
        ),
        pytest.param(
            {"answers": {"1a": [[[[[[[[[[1]]]]]]]]]]}},
            "answers.1a",
            "An answer may hold 10,000 entries in lists 8 deep; this one holds more.",
            id="lists too deep",
        ),
        pytest.param(
            {"messages": {}},
            "messages",
            "“messages” must be a list of messages, not an object.",
            id="messages of a wrong type",
        ),
        pytest.param(
            {"messages": [3]},
            "messages[0]",
            "A message is an object with role and content, not a number.",
            id="message of a wrong type",
        ),
        pytest.param(
            {"messages": [{"role": "student", "content": "x"}]},
            "messages[0].role",
            "A message's role is user, assistant, system or tool, not “student”.",
            id="unknown role",
        ),
        pytest.param(
            {"messages": [{"role": "assistant", "content": 3}]},
            "messages[0].content",
            "A message's content is a text or a list of pieces, not a number.",
            id="content of a wrong type",
        ),
        pytest.param(
            {"messages": [{"role": "assistant", "content": [{"text": 3}]}]},
            "messages[0].content[0]",
            "A piece's text must be a text, not a number.",
            id="piece of a wrong type",
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": "x"}]},
            "messages",
            "The chat has no message whose role is “assistant”, so there is nothing to mark.",
            id="nobody answers",
        ),
        pytest.param(
            {"messages": [{"role": "assistant", "content": " "}]},
            "messages",
            "There is nothing to mark: the submission is empty.",
            id="blank chat",
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": "x"}] * 2001},
            "messages",
            "A chat may have 2,000 messages; this one has 2,001.",
            id="too many turns",
        ),
        pytest.param(
            {"document": "x", "student": 5},
            "student",
            "“student” must be a text of at most 200 characters.",
            id="student of a wrong type",
        ),
        pytest.param(
            {"document": "one\ntwo \u202e three"},
            "document",
            "The text holds U+202E (right-to-left override) in line 2, column 5. Remove it: it does not show, and may make the text look "
            "other than it is.",
            id="text turned around",
        ),
        pytest.param(
            {"answers": {"1a": ["x", "\x00"]}},
            "answers.1a.cost",
            "The text holds U+0000 (the null character) in line 1, column 1. Remove it: it does not show, and may make the text look other "
            "than it is.",
            id="null in an answer",
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": "\ud800"}, {"role": "assistant", "content": "x"}]},
            "messages[0].content",
            "The text holds U+D800 (half of a character) in line 1, column 1. Remove it: it does not show, and may make the text look "
            "other than it is.",
            id="half a character",
        ),
        pytest.param(
            {"document": "x" * 2_000_001},
            "",
            "A submission may have 2,000,000 bytes; this one is longer. Leave out what is no answer.",
            id="too long",
        ),
    ],
)
def test_each_fault_of_form_is_named_with_its_place(data: object, where: str, sentence: str):
    with pytest.raises(SubmissionError) as caught:
        parse_submission(data, PARTS)
    assert (caught.value.where, str(caught.value)) == (where, sentence)


@pytest.mark.parametrize(
    "text, where, sentence",
    [
        pytest.param(
            '{"answers": {"1a": "x",\n"2b" "y"}}',
            "line 2, column 6",
            "This is not valid JSON: a colon was expected here, in line 2, column 6.",
            id="no colon",
        ),
        pytest.param(
            '{"document": "x" "y"}',
            "line 1, column 18",
            "This is not valid JSON: a comma or the closing bracket was expected here, in line 1, column 18.",
            id="no comma",
        ),
        pytest.param(
            '{"document": ',
            "line 1, column 14",
            "This is not valid JSON: a value was expected here: a text in double quotes, a number, [ or {, in line 1, column 14.",
            id="cut off",
        ),
        pytest.param(
            '{"document": "x',
            "line 1, column 14",
            "This is not valid JSON: the text that starts here has no closing quote, in line 1, column 14.",
            id="open quote",
        ),
        pytest.param(
            '{"document": "\\frac12"}'.replace("\\f", "\\q"),
            "line 1, column 15",
            "This is not valid JSON: a backslash inside a text is written twice: \\\\, in line 1, column 15.",
            id="LaTeX not escaped",
        ),
        pytest.param(
            "{'document': 'x'}",
            "line 1, column 2",
            "This is not valid JSON: a name in double quotes was expected here, in line 1, column 2.",
            id="Python",
        ),
        pytest.param(
            '{"document": "x"} x',
            "line 1, column 19",
            "This is not valid JSON: the text goes on after the end of the JSON, in line 1, column 19.",
            id="goes on",
        ),
        pytest.param(
            '{"answers": {"1a": NaN}}',
            "NaN",
            "NaN is not a number in JSON. Write it as a text in double quotes.",
            id="NaN",
        ),
        pytest.param(
            '{"answers": {"1a": "x", "1a": "y"}}',
            "1a",
            "“1a” is given twice in one object. Keep one of them.",
            id="repeated name",
        ),
        pytest.param(
            "[" * 100_000,
            "line 1, column 65",
            "Brackets may be nested 64 deep; in line 1, column 65 there is one more.",
            id="a hundred thousand brackets",
        ),
        pytest.param(
            '{"x":' * 100_000,
            "line 1, column 321",
            "Brackets may be nested 64 deep; in line 1, column 321 there is one more.",
            id="a hundred thousand braces",
        ),
        pytest.param(
            '{"answers": {"1a": ' + "9" * 401 + "}}",
            "",
            "The number that starts with 999999999999 has 401 characters; a number may have 400. Write it as a text in double quotes.",
            id="long number",
        ),
        pytest.param(" \n", "", "There is nothing to mark: the submission is empty.", id="blank"),
        pytest.param(
            '"' + "x" * 10_000_000 + '"',
            "",
            "A submission may have 2,000,000 bytes; this one is longer. Leave out what is no answer.",
            id="ten megabytes",
        ),
    ],
)
def test_each_fault_of_json_is_named_with_its_place(text: str, where: str, sentence: str):
    with pytest.raises(SubmissionError) as caught:
        from_json_text(text, PARTS)
    assert (caught.value.where, str(caught.value)) == (where, sentence)


def test_brackets_within_texts_do_not_count():
    assert from_json_text(json.dumps({"document": "[" * 1000 + '"{'}), PARTS).content == Document("[" * 1000 + '"{')


@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(
            b"caf\xe9",
            "This is not text in UTF-8: byte 3 cannot be read. Hand in text, Markdown or JSON.",
            id="Latin-1",
        ),
        pytest.param(
            b"%PDF-1.7\n\xe2\xe3",
            "This is not text in UTF-8: byte 9 cannot be read. Hand in text, Markdown or JSON.",
            id="PDF",
        ),
        pytest.param(b"", "There is nothing to mark: the submission is empty.", id="nothing"),
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes, sentence: str):
    with pytest.raises(SubmissionError) as caught:
        from_bytes(content, PARTS)
    assert str(caught.value) == sentence


def test_a_document_keeps_its_markup():
    assert from_text("x", "latex").content == Document("x", "latex")


NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIME = "must be a time with its zone, such as 2026-11-20T23:59:00-08:00."


@pytest.mark.parametrize(
    "times, submitted_at, due",
    [
        pytest.param({}, None, None, id="none"),
        pytest.param({"submitted_at": None}, None, None, id="null"),
        pytest.param({"submitted_at": "2026-11-20T12:00:00Z"}, NOON, None, id="when it came"),
        pytest.param({"due": "2026-11-20T04:00-08:00"}, None, NOON, id="when it was due"),
    ],
)
def test_a_submission_has_its_times(times, submitted_at, due):
    submission = parse_submission({"document": "# 1a", **times}, PARTS)
    assert (submission.submitted_at, submission.due) == (submitted_at, due)


@pytest.mark.parametrize("name", ["submitted_at", "due"])
@pytest.mark.parametrize(
    "said",
    ["yesterday", "2026-11-20", "2026-11-20T12:00:00", 5, ["2026-11-20T12:00:00Z"], "2026-11-20T12:00:00Z" + " " * 40],
)
def test_a_time_that_is_none(name, said):
    with pytest.raises(SubmissionError) as caught:
        parse_submission({"document": "# 1a", name: said}, PARTS)
    assert (caught.value.code, caught.value.where) == ("bad_time", name)
    assert caught.value.sentence == f"“{name}” {TIME}"
