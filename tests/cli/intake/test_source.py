"""What comes from each kind of path: which submissions, under which names, or why none."""

import json
import stat
import struct
import zipfile

import pytest

from fullmarks.cli.handed_in import Person, Refused
from fullmarks.cli.intake.source import sources
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.rubric.load import load_rubric_text

RUBRIC = load_rubric_text(
    "rubric: r\nparts: {1a: {items: {x: {numeric: 1}, y: {numeric: 2}}}, 2: {items: {z: {numeric: 3}}}}"
)
PARTS = RUBRIC.sought


def entries(*paths):
    return [entry for source in sources(paths, PARTS) for entry in source]


def told(*paths):
    """Each entry by its name, with its text or the sentence that says why there is none."""
    return [(one.name, one.error.sentence if isinstance(one, Refused) else one.text) for one in entries(*paths)]


def count(*paths):
    return sum(source.count() for source in sources(paths, PARTS))


# lines of JSON


def test_lines_are_called_by_their_student(tmp_path):
    file = tmp_path / "class.ndjson"
    lines = [
        '{"student": "ann", "answers": {}}',
        "",
        '{"external_id": "b7", "document": "x"}',
        '{"document": "y"}',
        "{",
    ]
    file.write_text("\n".join(lines), "utf-8")
    found = entries(file)
    assert [one.name for one in found] == ["ann", "b7", f"{file}:4", f"{file}:5"]
    assert [one.people for one in found] == [(Person(id="ann"),), (), (), ()]
    assert [one.text for one in found] == [line for line in lines if line]
    assert count(file) == 4


@pytest.mark.parametrize(
    "line, sentence",
    [
        pytest.param(b"\xff", "This is not UTF-8 text: byte 0 of the line belongs to no character.", id="not UTF-8"),
        pytest.param(
            b'"' + b"x" * LONGEST_BYTES + b'"',
            "This file has more than 2,000,000 bytes. Leave out what is no answer.",
            id="long",
        ),
        pytest.param(
            b'{"schema": "fullmarks/results@1", "rubric_file": "r", "rubric_source": "s"}',
            "This is a results file. Grade what is in it again with “fullmarks regrade”.",
            id="results",
        ),
    ],
)
def test_a_line_that_is_none_costs_itself_only(tmp_path, line, sentence):
    file = tmp_path / "class.jsonl"
    file.write_bytes(b'{"student": "ann"}\n' + line + b'\n{"student": "bob"}\n')
    (_, _), (name, said), (last, _) = told(file)
    assert (name, said, last) == (f"{file}:2", sentence, "bob")


def test_a_file_that_is_not_there(tmp_path):
    for name in ("a.ndjson", "a.csv", "a.zip", "a.md"):
        assert told(tmp_path / name) == [
            (str(tmp_path / name), "This file cannot be opened: No such file or directory.")
        ]


# tables


@pytest.mark.parametrize(
    "text, answers",
    [
        pytest.param('student,1a.x,1a.y,2\nann,1,,\nbob,,2,"3, or 4"\n', None, id="a student a row"),
        pytest.param("student;1a.x;1a.y;2\nann;1;;\nbob;;2;3, or 4\n", None, id="semicolons"),
        pytest.param(
            '\ufeffStudent,1a.x,Timestamp,1a.y,#note,2\nann,1,t,,n,\n\nbob,,t,2,n,"3, or 4"\n', None, id="left aside"
        ),
        pytest.param(
            'student,item,answer\nann,1a.x,1\nbob,1a.y,2\nbob,2,"3, or 4"\nann,1a.y,\n', None, id="an answer a row"
        ),
    ],
)
def test_tables(tmp_path, text, answers):
    file = tmp_path / "class.csv"
    file.write_text(text, "utf-8")
    assert [(name, json.loads(said)) for name, said in told(file)] == [
        ("ann", {"answers": {"1a.x": "1"}}),
        ("bob", {"answers": {"1a.y": "2", "2": "3, or 4"}}),
    ]


def test_a_table_knows_people(tmp_path):
    file = tmp_path / "class.csv"
    file.write_text("Name,Email Address,SID,1a.x\nAnn Lee,ann@example.org,17,1\n,bob@example.org,,2\n", "utf-8")
    assert [(one.name, one.people) for one in entries(file)] == [
        ("17", (Person(name="Ann Lee", id="17", email="ann@example.org"),)),
        ("bob@example.org", (Person(email="bob@example.org"),)),
    ]


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("", "The first row names no column “student” (or “email”, or “name”).", id="empty"),
        pytest.param("1a.x\n1\n", "The first row names no column “student” (or “email”, or “name”).", id="nobody"),
        pytest.param(
            "student,section\nann,1\n",
            "The first row names no item of this rubric, and no columns “item” and “answer”.",
            id="no item",
        ),
        pytest.param(
            "student,1a.x,1a.w,age\nann,1,2,3\n",
            "The first row names “1a.w”, “age”, which is neither an item of this rubric nor a column about the student. "
            "Take such columns out, or put # before their names.",
            id="a misspelt item is not missed",
        ),
        pytest.param(
            "student,item,answer\nann,1a.x,1\nann,1a.x,2\n",
            "The item “1a.x” is answered twice. Keep one of the two rows.",
            id="twice",
        ),
        pytest.param(
            "student,1a.x\nann,Gr\udcf6\udcdfe\n",
            "This is not UTF-8 text. Save the table as UTF-8.",
            id="not UTF-8",
        ),
        pytest.param(
            f"student,1a.x\nann,{'x' * 200_000}\n", "This is no CSV: field larger than field limit (131072).", id="long"
        ),
    ],
)
def test_bad_tables(tmp_path, text, sentence):
    file = tmp_path / "class.csv"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert [said for _, said in told(file)] == [sentence]


# archives


def zipped(path, *members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_an_archive_is_its_files(tmp_path):
    file = zipped(
        tmp_path / "class.zip",
        ("b/bob.md", "## 1a"),
        ("ann.json", '{"answers": {}}'),
        ("__MACOSX/ann.json", "x"),
        (".hidden.md", "x"),
        ("notes.pdf", "x"),
        ("long.txt", "x" * (LONGEST_BYTES + 1)),
    )
    assert told(file) == [
        (f"{file}/ann.json", '{"answers": {}}'),
        (f"{file}/b/bob.md", "## 1a"),
        (f"{file}/long.txt", "This file has more than 2,000,000 bytes. Leave out what is no answer."),
    ]
    assert count(file) == 3


def link(name, target):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


@pytest.mark.parametrize(
    "members, sentence",
    [
        pytest.param([("../up.md", "x")], "This archive is not opened: “../up.md” in it leads out of it.", id="up"),
        pytest.param(
            [("a/../../up.md", "x")],
            "This archive is not opened: “a/../../up.md” in it leads out of it.",
            id="up below",
        ),
        pytest.param(
            [("/etc/up.md", "x")], "This archive is not opened: “/etc/up.md” in it leads out of it.", id="root"
        ),
        pytest.param(
            [("C:/up.md", "x")], "This archive is not opened: “C:/up.md” in it leads out of it.", id="a drive"
        ),
        pytest.param(
            [("a\\..\\up.md", "x")],
            "This archive is not opened: “a\\..\\up.md” in it leads out of it.",
            id="backslashes",
        ),
        pytest.param(
            [link("key.md", "/etc/passwd")],
            "This archive is not opened: “key.md” in it is a link, or no file.",
            id="a link",
        ),
        pytest.param(
            [("a.md", "x"), ("bomb.md", b"0" * 60_000_000)],
            "Unpacked this archive would have 60,000,001 bytes, which is more than could be meant.",
            id="a bomb",
        ),
        pytest.param(
            [("a.pdf", "x")],
            "There is no submission in this archive, no file that ends in .json, .md, .markdown, .tex, .txt.",
            id="nothing in it",
        ),
    ],
)
def test_hostile_archives(tmp_path, members, sentence):
    file = zipped(tmp_path / "class.zip", *members)
    assert told(file) == [(str(file), sentence)]
    assert count(file) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"class.zip"}


def test_an_encrypted_archive(tmp_path):
    file = zipped(tmp_path / "class.zip", ("a.md", "x"))
    content = bytearray(file.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(signature) + offset
        content[place : place + 2] = struct.pack("<H", 1)
    file.write_bytes(bytes(content))
    assert told(file) == [(str(file), "This archive is not opened: “a.md” in it is encrypted.")]


def test_a_damaged_archive_costs_what_is_damaged(tmp_path):
    file = zipped(tmp_path / "class.zip", ("a.md", "x" * 500), ("b.md", "y"))
    content = bytearray(file.read_bytes())
    content[34:38] = b"\xff" * 4
    file.write_bytes(bytes(content))
    (first, sentence), second = told(file)
    assert first == f"{file}/a.md"
    assert sentence.startswith("This archive is damaged, or packed in an unknown way: ")
    assert second == (f"{file}/b.md", "y")


def test_what_is_no_archive(tmp_path):
    (tmp_path / "class.zip").write_text("hello", "utf-8")
    assert [said for _, said in told(tmp_path / "class.zip")] == [
        "This archive is damaged, or packed in an unknown way: File is not a zip file"
    ]


# exports of Gradescope

METADATA = """\
---
submission_11:
  :submitters:
  - :name: Ann Lee
    :sid: '017'
    :email: ann@example.org
  - :name: "Bob: the \\"builder\\""
    :sid:
    :email: bob@example.org
  :created_at: 2026-11-20 09:15:00.123456000 Z
  :score: 1.0
  :status: processed
  :results:
    tests:
    - name: a &x
      output: |
        submission_99:
          :submitters:
  :history:
  - :id: 3
    :created_at: 2026-11-19 09:15:00 Z
submission_12:
  :submitters:
  - :name: &1 Cleo
    :sid: *1
  :created_at: 2026-11-20 09:15:00 -0800
submission_13:
  :submitters: []
"""


@pytest.fixture
def export(tmp_path):
    """An export as a folder: one group, one with two files, one without a folder."""
    folder = tmp_path / "assignment_1_export"
    for name, text in (
        ("submission_metadata.yml", METADATA),
        ("submission_11/answers.json", '{"answers": {"1a.x": 1}}'),
        ("submission_11/photo.png", "x"),
        ("submission_12/one.md", "x"),
        ("submission_12/two.md", "y"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_an_export(export, tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(export.rglob("*")):
            packed.write(path, path.relative_to(tmp_path))
    for found in (entries(export), entries(archive)):
        ann, cleo, gone = found
        assert (ann.name, ann.text) == ("submission_11", '{"answers": {"1a.x": 1}}')
        assert ann.people == (
            Person(name="Ann Lee", id="017", email="ann@example.org"),
            Person(name='Bob: the "builder"', email="bob@example.org"),
        )
        assert ann.submitted_at.isoformat() == "2026-11-20T09:15:00.123456+00:00"
        assert isinstance(cleo, Refused)
        assert cleo.error.sentence.startswith("Several files could hold the answers: one.md, two.md.")
        assert gone.error.sentence == "submission_metadata.yml names this submission, and its folder is not there."
    assert count(export) == count(archive) == 3


def test_the_times_of_an_export_count(export):
    ann = entries(export)[0]
    assert ann.submission(RUBRIC).submitted_at == ann.submitted_at


@pytest.mark.parametrize(
    "text, why",
    [
        pytest.param("", "it names no submission", id="empty"),
        pytest.param(
            "submission_1:\n  :submitters: [\n", "what it says about submission_1 cannot be read", id="no YAML"
        ),
        pytest.param(
            "submission_1:\n  :submitters:\n" + "  - :name: x\n" * 3_000,
            "submission_1 has more than 2,000 lines about who handed it in",
            id="a crowd",
        ),
    ],
)
def test_bad_metadata(export, text, why):
    (export / "submission_metadata.yml").write_text(text, "utf-8")
    assert [said for _, said in told(export)] == [f"submission_metadata.yml is not what Gradescope writes: {why}."]
