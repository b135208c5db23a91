import json
import signal
import subprocess

import pytest

ROWS = [
    {"question": "1/4 + 1/4?", "level": 1, "answer": "… #### 1/2", "response": r"It is \boxed{0.5}."},
    {"question": "2 - 5?", "level": 1, "answer": "… #### -3", "response": "The answer is 3."},
    {"question": "9^9^9?", "level": 2, "answer": "… #### 9^9^9", "response": "9^9^9 + 1"},
    {"question": "6·7?", "level": 2, "answer": "… #### 42", "response": "I give up."},
]
SUMMARY = """\
a.jsonl
  fields     output “response”; key “answer” (after ####); problem “question”; groups by “level”
  checked    4 answers
  accuracy    25.0 % (4.6 to 69.9), Wilson's score interval
  undecided  25.0 %; were all of these right, the accuracy would be 50.0 %
  verdicts   correct 1, incorrect 1, needs_review 1, missing 1
  known by   exact 2, undecided 1, none 1
  by level
    1        2   50.0 % (9.5 to 90.5)
    2        2    0.0 % (0.0 to 65.8), 1 undecided
"""


def written(path, rows):
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")


@pytest.fixture
def file(tmp_path):
    written(tmp_path / "a.jsonl", ROWS)
    return tmp_path / "a.jsonl"


@pytest.fixture
def score(fullmarks):
    return lambda *arguments: fullmarks("score", "--workers", "1", *arguments)


def test_a_summary(score, file):
    assert score("a.jsonl").out == SUMMARY


def test_as_json(score, file):
    ended = score("a.jsonl", "--format", "json")
    (summary,) = json.loads(ended.out)["files"]
    assert (ended.status, summary["answers"], summary["accuracy"]["value"]) == (0, 4, 0.25)
    assert summary["fields"] == {"answer": "response", "gold": "answer", "problem": "question", "groups": ["level"]}


def test_from_standard_input(process, file):
    ended = process("score", "-", "--workers", "1", stdin=file.read_text("utf-8"))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == SUMMARY.replace("a.jsonl", "-")


def test_verdicts_with_their_evidence_are_kept(score, file, tmp_path):
    score("a.jsonl", "-o", "scores.ndjson")
    head, *lines = map(json.loads, (tmp_path / "scores.ndjson").read_text("utf-8").splitlines())
    assert head["schema"] == "fullmarks/scores@1"
    assert [line["verdict"] for line in lines] == ["correct", "incorrect", "needs_review", "missing"]
    assert {
        name: lines[1][name] for name in ("row", "problem", "groups", "keys", "answer", "evidence", "diagnosis")
    } == {
        "row": 2,
        "problem": "2 - 5?",
        "groups": {"level": "1"},
        "keys": ["-3"],
        "answer": "3",
        "evidence": "exact",
        "diagnosis": "sign",
    }


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(0, id="from the beginning"),
        pytest.param(300, id="in the middle of the first line"),
        pytest.param(900, id="in the middle of another"),
        pytest.param(10**6, id="at the end"),
    ],
)
def test_a_stopped_run_goes_on(score, tmp_path, kept):
    several = {"problem": "p", "gold": "1/2", "outputs": ["0.5", "2", r"\frac12"]}
    written(tmp_path / "a.jsonl", [several, "{", several])
    whole = score("a.jsonl", "-o", "scores.ndjson")
    scores = tmp_path / "scores.ndjson"
    text = scores.read_bytes()
    scores.write_bytes(text[: kept and max(kept, text.index(b"\n") + 1)])
    again = score("a.jsonl", "-o", "scores.ndjson")
    assert (again, scores.read_bytes()) == (whole, text)


def test_what_was_scored_is_not_scored_again(score, file, tmp_path):
    score("a.jsonl", "-o", "scores.ndjson")
    scores = tmp_path / "scores.ndjson"
    scores.write_text(scores.read_text("utf-8").replace('"incorrect"', '"correct"'), "utf-8")
    assert "accuracy    50.0 %" in score("a.jsonl", "-o", "scores.ndjson").out


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        pytest.param(
            ["--relative", "1%"],
            "scores.ndjson: this file holds something else than a run with these options and this version. "
            "Name another file, or remove it.\n",
            id="other options",
        ),
        pytest.param(
            [],
            "a.jsonl:1: this line is not the one that was scored before. Keep scores in another file.\n",
            id="other lines",
        ),
    ],
)
def test_scores_of_something_else_are_left_alone(score, file, tmp_path, arguments, sentence):
    score("a.jsonl", "-o", "scores.ndjson")
    text = (tmp_path / "scores.ndjson").read_bytes()
    written(file, ROWS[1:])
    ended = score("a.jsonl", "-o", "scores.ndjson", *arguments)
    assert (ended.status, ended.out, ended.err) == (1, "", sentence)
    assert (tmp_path / "scores.ndjson").read_bytes() == text


def test_a_file_that_has_grown_is_gone_on_with(score, file, tmp_path):
    written(file, ROWS[:2])
    written(tmp_path / "b.jsonl", ROWS)
    score("a.jsonl", "--against", "b.jsonl", "-o", "scores.ndjson")
    written(file, ROWS)
    ended = score("a.jsonl", "--against", "b.jsonl", "-o", "scores.ndjson")
    lines = [json.loads(line) for line in (tmp_path / "scores.ndjson").read_text("utf-8").splitlines()[1:]]
    assert [(line["file"], line["row"]) for line in lines] == [
        (name, row) for name in ("a.jsonl", "b.jsonl") for row in (1, 2, 3, 4)
    ]
    assert "  problems   4 that both answer" in ended.out


def test_keys_in_a_file_of_their_own(score, tmp_path):
    written(tmp_path / "gsm8k.jsonl", [{name: row[name] for name in ("question", "level", "answer")} for row in ROWS])
    outputs = [{"question": row["question"], "answer": row["response"]} for row in ROWS]
    written(tmp_path / "a.jsonl", [*outputs, {"question": "unknown", "answer": "1"}])
    ended = score("a.jsonl", "--dataset", "gsm8k.jsonl")
    assert ended.status == 1
    assert ended.out == SUMMARY.replace(
        "“response”; key “answer” (after ####); problem “question”; groups by “level”",
        "“answer”; key “dataset.answer” (after ####); problem “question”; groups by “dataset.level”",
    ).replace("by level", "by dataset.level") + (
        "  not scored 1\n    line 5: No line of gsm8k.jsonl has the same “question”.\n"
    )


def test_other_keys_are_another_run(score, tmp_path):
    written(tmp_path / "keys.jsonl", [{"id": 1, "gold": "2"}])
    written(tmp_path / "a.jsonl", [{"id": 1, "output": "2"}])
    arguments = ("a.jsonl", "--dataset", "keys.jsonl", "-o", "scores.ndjson")
    assert "correct 1" in score(*arguments).out
    written(tmp_path / "keys.jsonl", [{"id": 1, "gold": "3"}])
    assert score(*arguments).err.startswith("a.jsonl:1: this line is not the one that was scored before.")


@pytest.mark.parametrize(
    "keys, sentence",
    [
        pytest.param(["3"], "keys.jsonl: no line of this file is a JSON object.\n", id="no objects"),
        pytest.param(
            [{"name": 1, "gold": "2"}],
            "keys.jsonl: no field is known to tell problems apart in both files; say --problem-field. "
            "There are id, output and name, gold.\n",
            id="no common field",
        ),
        pytest.param(
            [{"id": 1, "gold": "2"}, {"id": 1, "gold": "3"}], 'keys.jsonl: two lines have “id” "1".\n', id="twice"
        ),
        pytest.param(
            [{"id": 1, "said": "2"}],
            "No field is known to hold the key; say --gold-field. There are id, output, dataset.\n",
            id="no key",
        ),
    ],
)
def test_a_dataset_of_no_use(score, tmp_path, keys, sentence):
    written(tmp_path / "keys.jsonl", keys)
    written(tmp_path / "a.jsonl", [{"id": 1, "output": "2"}])
    ended = score("a.jsonl", "--dataset", "keys.jsonl")
    assert (ended.status, ended.out, ended.err) == (4, "", sentence)


def test_two_models(score, file, tmp_path):
    written(tmp_path / "b.jsonl", [{**row, "response": row["answer"].replace("… ", "")} for row in reversed(ROWS)])
    ended = score("a.jsonl", "--against", "b.jsonl")
    assert ended.out.splitlines()[-4:] == [
        "b.jsonl less a.jsonl",
        "  problems   4 that both answer",
        "  difference +75.0 points (+8.5 to +95.4), p = 0.2500; McNemar's exact test, Newcombe's interval",
        "  better     first on 0, second on 3",
    ]


def test_two_models_on_other_problems(score, file, tmp_path):
    written(tmp_path / "b.jsonl", [{**ROWS[0], "question": "another"}])
    ended = score("a.jsonl", "--against", "b.jsonl")
    assert ended.err == "The two files have no problem in common, so they are not compared. Say --problem-field.\n"
    assert "less" not in ended.out


@pytest.mark.parametrize(
    "rows, status, last",
    [
        pytest.param([ROWS[0], "{"], 1, "    line 2: This line is no JSON", id="a bad line"),
        pytest.param([{**ROWS[0], "answer": "1 +"}], 3, "    line 1: The key cannot be read:", id="only bad keys"),
        pytest.param(
            [{**ROWS[0], "answer": None}], 4, "    line 1: The field “answer” holds no key.", id="only bad lines"
        ),
        pytest.param([{**ROWS[0], "answer": "1 +"}, ROWS[0]], 1, "    line 1: The key cannot be read:", id="a bad key"),
    ],
)
def test_a_bad_line_stops_no_other(score, tmp_path, rows, status, last):
    written(tmp_path / "a.jsonl", rows)
    ended = score("a.jsonl")
    assert ended.status == status
    assert ended.out.splitlines()[-1].startswith(last)


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("", "a.jsonl: no line of this file is a JSON object.\n", id="empty"),
        pytest.param("3\n", "a.jsonl: no line of this file is a JSON object.\n", id="no objects"),
        pytest.param(
            '{"said": "3", "gold": "3"}\n',
            "No field is known to hold the model's output; say --answer-field. There are said, gold.\n",
            id="no output",
        ),
        pytest.param(None, "a.jsonl: this file cannot be read: No such file or directory.\n", id="no file"),
    ],
)
def test_a_file_of_no_use(score, tmp_path, text, sentence):
    if text is not None:
        (tmp_path / "a.jsonl").write_text(text)
    ended = score("a.jsonl")
    assert (ended.status, ended.out, ended.err) == (4, "", sentence)


def test_fields_and_options_are_taken(score, tmp_path):
    written(tmp_path / "a.jsonl", [{"said": {"last": "0.333"}, "key": "1/3", "where": "A"}])
    ended = score(
        *("a.jsonl", "--answer-field", "said.last", "--gold-field", "key", "--group-field", "where"),
        *("--relative", "1%", "--no-prose", "--symbol", "x=positive", "--checker", "numeric"),
    )
    assert ended.status == 0
    assert "known by   tolerance 1" in ended.out
    assert "by where" in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["a.jsonl", "--against", "a.jsonl"], id="against itself"),
        pytest.param(["a.jsonl", "-o", "a.jsonl"], id="over itself"),
        pytest.param(["a.jsonl", "--symbol", "x"], id="a symbol without a domain"),
        pytest.param(["a.jsonl", "--seconds", "0"], id="no time"),
    ],
)
def test_usage(score, file, arguments):
    before = file.read_bytes()
    assert score(*arguments).status == 2
    assert file.read_bytes() == before


def test_a_stop_from_the_keyboard(program, tmp_path, wait_until, is_running):
    written(tmp_path / "a.jsonl", [{**ROWS[0], "question": number} for number in range(20_000)])
    scores = tmp_path / "scores.ndjson"
    with subprocess.Popen(
        [program, "score", "a.jsonl", "-o", "scores.ndjson"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    ) as run:
        wait_until(lambda: scores.exists() and scores.stat().st_size > 5_000)
        run.send_signal(signal.SIGINT)
        assert run.wait(60) == 130
        assert run.stderr.read() == "\nInterrupted.\n"
    assert all(json.loads(line) for line in scores.read_text("utf-8").splitlines()[:-1])
