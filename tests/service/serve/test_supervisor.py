"""With small programs in place of the service's own. It takes the signals of its process, so it gets one of its own."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack

import pytest

SUPERVISED = """
import sys, time
from pathlib import Path
from service.serve.child import Program
from service.serve.supervisor import GaveUpError, Supervisor

folder = Path(sys.argv[1])
programs = [Program(name, ("sh", "-c", code), stop_s=1) for name, code in (pair.split("=", 1) for pair in sys.argv[2:])]
supervisor = Supervisor(programs)
try:
    supervisor.run(lambda: len([*folder.glob("ready*")]) == len(programs), lambda: print("ready", flush=True))
except GaveUpError as error:
    print(error, error.status)
print("signal", supervisor.signal)
"""


@pytest.fixture
def supervise(tmp_path):
    """A supervisor of shell programs, each ``name=code``; they run in the test's folder, and it is ready when they say."""

    with ExitStack() as started:

        def start(*programs: str) -> subprocess.Popen[str]:
            command = [sys.executable, "-c", SUPERVISED, tmp_path, *programs]
            pipe = subprocess.PIPE
            process = subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True)
            started.enter_context(process)
            started.callback(process.kill)
            return process

        yield start


def lines(path) -> list[str]:
    return path.read_text().split() if path.exists() else []


def test_children_are_stopped_in_the_order_opposite_to_their_start(supervise, tmp_path):
    stop = "trap 'echo {0} >> stopped; exit' TERM; touch ready.{0}; while :; do sleep 0.01; done"
    supervisor = supervise(*(f"{name}={stop.format(name)}" for name in ("first", "second", "third")))
    assert supervisor.stdout.readline() == "ready\n"
    supervisor.terminate()
    assert supervisor.communicate()[0] == f"signal {int(signal.SIGTERM)}\n"
    assert lines(tmp_path / "stopped") == ["third", "second", "first"]


def test_a_child_that_dies_is_started_again(supervise, tmp_path, wait_until):
    supervisor = supervise("child=echo $$ >> started; touch ready; exec sleep 60")
    assert supervisor.stdout.readline() == "ready\n"
    os.kill(int(lines(tmp_path / "started")[0]), signal.SIGKILL)
    wait_until(lambda: len(lines(tmp_path / "started")) == 2)
    supervisor.terminate()
    assert supervisor.communicate()[1] == "The child was killed by SIGKILL. It is started again.\n"


def test_a_child_that_keeps_dying_is_given_up(supervise, tmp_path):
    supervisor = supervise("child=echo x >> started; touch ready; sleep 0.2; exit 7")
    out, _ = supervisor.communicate()
    assert out == "ready\nThe child exited with status 7, once too often. 7\nsignal None\n"
    assert len(lines(tmp_path / "started")) == 6


def test_a_child_that_dies_before_it_is_ready_is_not_started_again(supervise, tmp_path):
    supervisor = supervise("other=exec sleep 60", "child=echo x >> started; exit 65")
    assert supervisor.communicate()[0] == "The child exited with status 65 before it was ready. 65\nsignal None\n"
    assert len(lines(tmp_path / "started")) == 1


def test_a_child_that_will_not_stop_is_ended_with_all_it_started(supervise, tmp_path, wait_until, is_running):
    stubborn = "trap '' TERM; sleep 60 & echo $! > grandchild; touch ready; while :; do sleep 0.01; done"
    supervisor = supervise(f"child={stubborn}")
    assert supervisor.stdout.readline() == "ready\n"
    supervisor.terminate()
    supervisor.communicate()
    wait_until(lambda: not is_running(int(lines(tmp_path / "grandchild")[0])))


def test_a_second_signal_ends_everything_at_once(supervise, tmp_path):
    supervisor = supervise("child=trap 'touch asked' TERM; touch ready; while :; do sleep 0.01; done")
    assert supervisor.stdout.readline() == "ready\n"
    supervisor.terminate()
    while not (tmp_path / "asked").exists():
        pass
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.communicate()[0] == f"signal {int(signal.SIGINT)}\n"
