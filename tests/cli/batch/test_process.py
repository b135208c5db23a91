"""What a process of a batch loses: a piece that hangs, one that ends it, and never another."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fullmarks.cli.batch.job import Setup
from fullmarks.cli.batch.pool import in_processes
from fullmarks.cli.batch.process import BatchProcess, Lost

CHILD = """\
import json, os, sys, time
sys.stdin.readline()
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    for piece in json.loads(line):
        if piece == "hang":
            time.sleep(60)
        if piece == "die":
            os.kill(os.getpid(), 9)
        if piece.startswith("die once ") and not os.path.exists(piece[9:]):
            open(piece[9:], "w").close()
            os._exit(3)
        print(json.dumps(piece * (100_000 if piece == "long" else 1)), flush=True)
"""
SETUP = Setup(job="grade", order="", megabytes=512)
HUNG = Lost("It was not graded within 2 seconds.", again=False)
DEAD = Lost("Its process ended by SIGKILL, twice. It may have asked for more than 512 MB of memory.", again=True)


class Scripted(BatchProcess):
    """A process that does what its pieces say."""

    def _command(self):
        return [sys.executable, "-c", CHILD]


@pytest.fixture
def scripted():
    process = Scripted(SETUP, 2)
    yield process
    process.close()


@pytest.mark.parametrize(
    "pieces, answers",
    [
        pytest.param(["a", "b"], ["a", "b"], id="all well"),
        pytest.param(["a", "hang", "b"], ["a", HUNG, "b"], id="one hangs"),
        pytest.param(["a", "die", "b", "die", "c"], ["a", DEAD, "b", DEAD, "c"], id="two end it"),
        pytest.param(["die"], [DEAD], id="the only one ends it"),
        pytest.param(["long"], ["long" * 100_000], id="a long answer"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_answers(scripted, pieces, answers):
    assert scripted.answers(pieces) == answers


def test_one_that_died_by_chance_is_tried_again(scripted, tmp_path):
    piece = f"die once {tmp_path / 'was here'}"
    assert scripted.answers(["a", piece, "b"]) == ["a", piece, "b"]


RUBRIC = "rubric: r\nparts: {1: {items: {x: {numeric: 1}}}}\n"


def test_memory_is_bounded():
    order = {"rubric_file": "r", "rubric_source": RUBRIC, "outputs": ["report"]}
    setup = Setup(job="grade", order=json.dumps(order), megabytes=400)
    program = "from fullmarks.cli.batch import child; child.main()"
    command = [sys.executable, "-c", program]
    piece = json.dumps({"name": "a", "form": "json", "text": '{"answers": {"1": 1}}'})
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        run.stdin.write(f"{setup.model_dump_json()}\n{json.dumps([piece])}\n")
        run.stdin.flush()
        assert json.loads(run.stdout.readline()) == "ready"
        assert json.loads(json.loads(run.stdout.readline()))["score"] == 1
        limits = Path(f"/proc/{run.pid}/limits").read_text("ascii").splitlines()
        assert any(line.startswith("Max address space") and str(400 << 20) in line for line in limits)
        run.stdin.close()


def test_what_has_no_piece_goes_by_in_its_place():
    order = {"rubric_file": "r", "rubric_source": RUBRIC, "outputs": ["report"]}
    setup = Setup(job="grade", order=json.dumps(order), megabytes=1024)
    piece = json.dumps({"name": "a", "form": "json", "text": '{"answers": {"1": 1}}'})
    pieces = [(number, None if number % 3 == 1 else piece) for number in range(40)]
    found = list(in_processes(setup, iter(pieces), jobs=2, seconds=30))
    assert [number for number, _ in found] == list(range(40))
    assert [answer is None for _, answer in found] == [number % 3 == 1 for number in range(40)]
