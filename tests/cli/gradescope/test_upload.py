"""Which of the uploaded files holds the answers, and what is told to whoever uploaded something else."""

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.cli.gradescope.upload import Upload
from fullmarks.errors import SubmissionError
from tests.cli.gradescope.conftest import ADVICE

ANSWER = "## 1a\n**Answer:** $2cn$\n"
CHAT = '{"messages": [{"role": "assistant", "content": "## 1a\\n**Answer:** 2 c n"}]}'
HOW = "Hand in Markdown (.md), plain text (.txt), LaTeX (.tex) or JSON."


def zipped(members, *, method=zipfile.ZIP_DEFLATED):
    """Member name -> content, in an archive; a name that ends in ``@`` is a link."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name.removesuffix("@"))
            info.compress_type = method
            info.external_attr = (0o120777 if name.endswith("@") else 0o100644) << 16
            archive.writestr(info, content)
    return held.getvalue()


def upload(folder, files, wanted=()):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Upload(folder, wanted)


@pytest.mark.parametrize(
    "files, wanted, name",
    [
        pytest.param({"answers.json": "{}"}, (), "answers.json", id="JSON"),
        pytest.param({"answers.md": ANSWER}, (), "answers.md", id="Markdown"),
        pytest.param({"answers.txt": ANSWER}, (), "answers.txt", id="plain text"),
        pytest.param({"answers.tex": ANSWER}, (), "answers.tex", id="LaTeX"),
        pytest.param({"answers.chat.json": CHAT}, (), "answers.chat.json", id="chat"),
        pytest.param({"questions-1-2.chat.json": CHAT}, (), "questions-1-2.chat.json", id="a chat by another name"),
        pytest.param(
            {"homework.md": ANSWER, "plot.png": b"\x89PNG"}, (), "homework.md", id="the only one that could be"
        ),
        pytest.param({"inner/answers.md": ANSWER}, (), "inner/answers.md", id="in a folder"),
        pytest.param({"inner/Answers.MD": ANSWER, "notes.md": "x"}, (), "inner/Answers.MD", id="in capitals"),
        pytest.param({"notes.md": "x", "answers.md": ANSWER}, (), "answers.md", id="by its name before others"),
        pytest.param({"a.md": ANSWER, "b/a.md": ANSWER}, (), "a.md", id="twice the same"),
        pytest.param({"answers.md": ANSWER, "hw.md": "x"}, ("hw.md",), "hw.md", id="as the rubric says"),
        pytest.param({"b.md": "x", "a.md": ANSWER}, ("a.md", "b.md"), "a.md", id="the first that the rubric names"),
        pytest.param({"in/HW.md": "x", "o.md": ANSWER}, ("hw.md",), "in/HW.md", id="as it says, in a folder"),
        pytest.param({"x.zip": zipped({"answers.md": ANSWER})}, (), "x.zip/answers.md", id="in an archive"),
        pytest.param(
            {"x.zip": zipped({"d/hw.md": ANSWER})}, ("hw.md",), "x.zip/d/hw.md", id="as it says, in an archive"
        ),
        pytest.param({"x.zip": zipped({"answers.md": "no"}), "hw.md": ANSWER}, (), "hw.md", id="before any archive"),
        pytest.param(
            {"x.ZIP": zipped({"__MACOSX/._a.md": b"\0", "a.md": ANSWER})}, (), "x.ZIP/a.md", id="packed on a Mac"
        ),
        pytest.param(
            {"answers.md": ANSWER} | {f"{n}.c": "" for n in range(9_999)}, (), "answers.md", id="10,000 files"
        ),
        pytest.param({"answers.md": b"\xef\xbb\xbf" + ANSWER.encode()}, (), "answers.md", id="a byte order mark"),
        pytest.param({"answers.md": ANSWER.encode("utf-16")}, (), "answers.md", id="UTF-16"),
    ],
)
def test_the_file_that_holds_the_answers(tmp_path, files, wanted, name):
    found = upload(tmp_path, files, wanted).answers()
    assert found.name == name
    if name.endswith("answers.md"):
        assert found.text == ANSWER


BROKEN = b"PK\x05\x06" + b"\0" * 18 + b"broken"
MANY = {f"{number}.c": "" for number in range(2_001)}


def no_answers_in(archive):
    return f"An archive holds no file with answers that can be opened: {archive}. Unpack it yourself. {ADVICE}"


NOTHING = "No file was handed in that could be opened."


WIDE = "This is not UTF-8 text: it looks like UTF-16, or no text at all. Save it as UTF-8 and hand it in again."


@pytest.mark.parametrize(
    "files, told",
    [
        pytest.param({}, f"{NOTHING} {ADVICE}", id="an empty folder"),
        pytest.param({".git/answers.md": "x", "__MACOSX/._answers.md": "x"}, f"{NOTHING} {ADVICE}", id="hidden files"),
        pytest.param({"hw.pdf": b"%PDF-1.7"}, f"A PDF cannot be read: hw.pdf. {ADVICE}", id="a PDF"),
        pytest.param({"hw.docx": b"PK"}, f"A Word document cannot be read: hw.docx. {ADVICE}", id="a Word document"),
        pytest.param(
            {"1.jpg": b"\xff\xd8", "2.HEIC": b"x"}, f"A picture cannot be read: 1.jpg, 2.HEIC. {ADVICE}", id="pictures"
        ),
        pytest.param({"hw.ipynb": "{}"}, f"A Jupyter notebook cannot be read: hw.ipynb. {ADVICE}", id="a notebook"),
        pytest.param({"hw.html": "2x"}, f"A web page cannot be read: hw.html. {ADVICE}", id="a web page"),
        pytest.param({"hw.pages": b"PK"}, f"A Pages document cannot be read: hw.pages. {ADVICE}", id="Pages"),
        pytest.param({"hw.odt": b"PK"}, f"An OpenDocument text cannot be read: hw.odt. {ADVICE}", id="OpenDocument"),
        pytest.param(
            {"x.zip": zipped({"answers.md": "1", "Answers.md": "2"})},
            f"Several files could hold the answers: x.zip/answers.md, x.zip/Answers.md. {ADVICE}",
            id="names that differ in case",
        ),
        pytest.param(
            {"answers.md/a.py": ""},
            f"No file with answers was handed in, only answers.md/a.py. {ADVICE}",
            id="a folder named like a file",
        ),
        pytest.param({"answers.md": ANSWER.encode("utf-16-le")}, WIDE, id="UTF-16 without its mark"),
        pytest.param({"answers.md": ANSWER.encode("utf-32")}, WIDE, id="UTF-32"),
        pytest.param({"answers.md": b"\0" * 2_000}, WIDE, id="nothing but NUL bytes"),
        pytest.param({"a.py": "1"}, f"No file with answers was handed in, only a.py. {ADVICE}", id="code"),
        pytest.param(
            {"a.md": "1", "b.md": "2"},
            f"Several files could hold the answers: a.md, b.md. {ADVICE}",
            id="two that disagree",
        ),
        pytest.param(
            {"answers.md": "1", "answers.txt": "1"},
            f"Several files could hold the answers: answers.md, answers.txt. {ADVICE}",
            id="the same in two forms",
        ),
        pytest.param(
            {f"{n}.md": "1" for n in range(21)},
            f"Several files could hold the answers: 0.md, 1.md, 10.md, 11.md, 12.md and 16 more. {ADVICE}",
            id="more than are compared",
        ),
        pytest.param(MANY, f"More than 2,000 files were handed in. {ADVICE}", id="thousands of files"),
        pytest.param({"/".join("abcdefghi") + "/answers.md": "1"}, f"{NOTHING} {ADVICE}", id="folders in folders"),
        pytest.param(
            {"a\nb\x1b[2J.py": ""},
            rf"No file with answers was handed in, only a\u{{a}}b\u{{1b}}[2J.py. {ADVICE}",
            id="controls",
        ),
        pytest.param(
            {"a\u202eyp.py": ""},
            rf"No file with answers was handed in, only a\u{{202e}}yp.py. {ADVICE}",
            id="turned writing",
        ),
        pytest.param(
            {"answers.md": "Größe".encode("latin-1")},
            "This is not UTF-8 text: byte 2 belongs to no character. Save it as UTF-8 and hand it in again.",
            id="Latin-1",
        ),
        pytest.param(
            {"answers.md": b"%PDF-1.7 \xff"}, f"This is a PDF, which cannot be read. {HOW}", id="a PDF by another name"
        ),
        pytest.param(
            {"answers.md": b"PK\x03\x04"},
            f"This is a ZIP archive or a Word document, which cannot be read. {HOW}",
            id="a Word document by another name",
        ),
        pytest.param(
            {"answers.txt": b"\x89PNG"},
            f"This is a picture, which cannot be read. {HOW}",
            id="a picture by another name",
        ),
        pytest.param(
            {"answers.txt": rb"{\rtf1 2cn}"},
            f"This is a rich text document, which cannot be read. {HOW}",
            id="rich text",
        ),
        pytest.param(
            {"answers.md": b"a" * 2_000_001},
            "This file has more than 2,000,000 bytes. Leave out what is no answer.",
            id="too large",
        ),
        pytest.param(
            {"x.zip": zipped({"../../answers.md": ANSWER, "/answers.md": ANSWER, "..\\answers.md": ANSWER})},
            no_answers_in("x.zip"),
            id="an archive that points out of itself",
        ),
        pytest.param(
            {"x.zip": zipped({"answers.md@": "/etc/passwd"})},
            no_answers_in("x.zip"),
            id="a link in an archive",
        ),
        pytest.param(
            {"x.zip": zipped({"y.zip": zipped({"answers.md": ANSWER})})},
            no_answers_in("x.zip"),
            id="an archive in an archive",
        ),
        pytest.param(
            {"x.zip": zipped({"answers.md": b"0" * 50_000_000})},
            "This file has more than 2,000,000 bytes. Leave out what is no answer.",
            id="an archive that grows",
        ),
        pytest.param(
            {"x.zip": zipped({"answers.md": ANSWER}, method=zipfile.ZIP_LZMA)},
            no_answers_in("x.zip"),
            id="packed in a way that takes memory",
        ),
        pytest.param({"x.zip": BROKEN}, no_answers_in("x.zip"), id="no archive"),
        pytest.param(
            {"x.zip": zipped({"answers.md": ANSWER * 50}).replace(b"## 1a", b"## 1b")[:-200] + b"\0" * 200},
            no_answers_in("x.zip"),
            id="half an archive",
        ),
        pytest.param(
            {"x.zip": zipped({f"{n}.c": "" for n in range(3_000)})},
            no_answers_in("x.zip"),
            id="an archive of thousands",
        ),
        pytest.param({"x.tar.gz": b"\x1f\x8b"}, no_answers_in("x.tar.gz"), id="a tarball"),
    ],
)
def test_what_holds_no_answers(tmp_path, files, told):
    with pytest.raises(SubmissionError) as caught:
        upload(tmp_path, files).answers()
    assert caught.value.sentence == told


def test_a_member_that_is_damaged(tmp_path):
    archive = zipped({"answers.md": ANSWER}, method=zipfile.ZIP_STORED).replace(b"## 1a", b"## 1b", 1)
    with pytest.raises(SubmissionError, match=r"^This archive is damaged or asks for a password\.$"):
        upload(tmp_path, {"x.zip": archive}).answers()


def test_an_archive_that_could_list_more_than_there_is_memory_for(tmp_path):
    large = zipped({"answers.md": ANSWER, "noise.bin": os.urandom(10_000_001)})
    with pytest.raises(
        SubmissionError,
        match=r"^An archive holds no file with answers that can be opened: x\.zip\. Unpack it yourself\. ",
    ):
        upload(tmp_path, {"x.zip": large}).answers()


@given(
    changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=12),
    kept=st.integers(1, 400),
)
def test_no_archive_breaks_anything(changes, kept):
    archive = bytearray(zipped({"answers.md": ANSWER, "a/b.txt": ANSWER, "ö.json": "{}"}))
    for place, byte in changes:
        archive[place % len(archive)] = byte
    with TemporaryDirectory() as folder, suppress(SubmissionError):
        upload(Path(folder), {"x.zip": bytes(archive[: kept if kept > 300 else None])}).answers()


def test_a_name_that_is_no_text(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")).write_text(ANSWER, "utf-8")
    assert Upload(tmp_path).answers().name == r"\xff.md"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xfe.md")).write_text("2", "utf-8")
    with pytest.raises(SubmissionError) as caught:
        Upload(tmp_path).answers()
    assert caught.value.sentence == rf"Several files could hold the answers: \xfe.md, \xff.md. {ADVICE}"


def test_what_the_rubric_names_is_not_there(tmp_path):
    with pytest.raises(SubmissionError) as caught:
        upload(tmp_path, {"answers.md": ANSWER}, ("hw4.md", "hw4.json")).answers()
    assert caught.value.sentence == (
        "No file with answers was handed in, only answers.md. Hand in your answers in a file called hw4.md or hw4.json."
    )


def test_links_are_not_followed(tmp_path):
    (tmp_path / "secret.md").write_text(ANSWER, "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "answers.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "folder" / "all").symlink_to(tmp_path)
    with pytest.raises(SubmissionError) as caught:
        Upload(tmp_path / "folder").answers()
    assert caught.value.sentence == f"{NOTHING} {ADVICE}"


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "answers.md")
    with pytest.raises(SubmissionError) as caught:
        Upload(tmp_path).answers()
    assert caught.value.sentence == f"{NOTHING} {ADVICE}"


@pytest.fixture
def nobody(tmp_path):
    """Somebody who may not read everything: root may."""
    for folder in (tmp_path, *tmp_path.parents[: len(tmp_path.parts) - 3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield
    os.seteuid(before)


@pytest.mark.parametrize(
    "closed, told",
    [
        pytest.param("answers.md", "This file cannot be opened: Permission denied.", id="a file"),
        pytest.param("inner", f"{NOTHING} {ADVICE}", id="a folder"),
    ],
)
def test_what_may_not_be_read(tmp_path, request, closed, told):
    folder = tmp_path / "upload"
    upload(folder, {closed if closed.endswith(".md") else f"{closed}/answers.md": ANSWER})
    (folder / closed).chmod(0)
    request.getfixturevalue("nobody")
    with pytest.raises(SubmissionError) as caught:
        Upload(Path(folder)).answers()
    assert caught.value.sentence == told
