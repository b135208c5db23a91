"""What the page on Gradescope says of uploads that cannot be graded."""

import pytest

from fullmarks.cli.gradescope.upload import Upload
from fullmarks.errors import SubmissionError
from tests.docs.pages import DOCS, rows, section

PAGE = DOCS / "how-to" / "gradescope.md"
UPLOADS = {
    "only a PDF": {"homework.pdf": b"%PDF"},
    "two documents of other names": {"a.md": b"2", "b.md": b"3"},
    "a picture": {"page1.jpg": b"\xff\xd8\xff"},
    "a Word document called answers.md": {"answers.md": b"PK\x03\x04"},
}


@pytest.mark.parametrize("upload, told", rows(section(PAGE, "## What students hand in")))
def test_a_student_reads_what_to_do(upload, told, tmp_path):
    for name, content in UPLOADS[upload].items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SubmissionError) as caught:
        Upload(tmp_path).answers()
    assert caught.value.sentence == told
