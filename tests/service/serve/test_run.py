"""What `fullmarks serve` starts, says, and leaves behind."""

import fcntl
import signal
import socket
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.fixture
def serve(tmp_path, fullmarks, rubrics):
    """Run it with these options, in an empty folder, where it can't start."""

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [fullmarks, "serve", "--port", "0", "--data", "data", "--rubrics", rubrics, *options]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)

    return run


def test_it_finishes_what_is_begun_and_leaves_nothing_behind(start, wait_until, is_running):
    service = start()
    service.hand_in(answers={"1a": "x^2 - 1"})
    wait_until(lambda: service.rows("SELECT state FROM submissions") == [("graded",)])
    processes = service.processes()
    assert len(processes) == 7  # itself, a broker, a worker with two that grade, an API with one that answers
    with ThreadPoolExecutor() as client:
        with service.worker_stopped():
            waiting = client.submit(service.post, b'{"rubric": "algebra", "answers": {"1a": "x"}}', wait=20)
            wait_until(lambda: len(service.rows("SELECT id FROM submissions")) == 2)
            service.process.send_signal(signal.SIGINT)
        assert waiting.result().status == 200
    assert service.process.wait(60) == 130
    wait_until(lambda: not any(map(is_running, processes)))


def test_killed_it_leaves_nothing_behind_and_loses_nothing(start, wait_until, is_running):
    service = start()
    submission = service.hand_in(answers={"1a": "x^2 - 1"})
    processes = service.processes()
    service.stop(signal.SIGKILL)
    wait_until(lambda: not any(map(is_running, processes)))
    again = start()
    wait_until(lambda: again.state(submission) == "graded")
    assert again.stop() == 0


def test_only_this_machine_reaches_it(service):
    with socket.socket() as elsewhere:
        # 127.0.0.2 is this machine too, and not the address that is listened on.
        assert elsewhere.connect_ex(("127.0.0.2", service.port)) != 0


def test_a_bad_option_is_named(serve):
    run = serve("--port", "70000")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines()[-1] == "Error: --port: Input should be less than or equal to 65535."


def test_a_bad_variable_is_named(serve, monkeypatch):
    monkeypatch.setenv("FULLMARKS_API_THREADS", "many")
    run = serve()
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1].startswith("Error: FULLMARKS_API_THREADS: Input should be a valid integer")


def test_a_rubric_with_a_mistake_is_named(serve, tmp_path):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "bad.yaml").write_text("- no rubric\n")
    run = serve("--rubrics", "bad")
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith(f"{tmp_path}/bad/bad.yaml:1:1: ")
    assert run.stderr.splitlines()[-1] == "The service did not start: a rubric cannot be used."


def test_a_port_in_use_is_named(serve, service):
    run = serve("--port", str(service.port))
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        f"Nothing can listen on 127.0.0.1, port {service.port}: Address already in use. "
        "Choose another with --host and --port.\n"
    )


def test_a_folder_in_use_is_named(serve, tmp_path):
    (tmp_path / "data").mkdir()
    with (tmp_path / "data" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = serve()
    assert (run.returncode, run.stdout, run.stderr) == (
        1,
        "",
        f"Another `fullmarks serve` uses the folder {tmp_path}/data. Stop it, or name another with --data.\n",
    )


def test_a_database_that_cannot_be_reached_is_named(serve):
    run = serve("--database", "postgresql://127.0.0.1:1/marks")
    assert (run.returncode, run.stdout) == (1, "")
    assert "The database cannot be reached: " in run.stderr
    assert "Connection refused" in run.stderr
    assert "Traceback" not in run.stderr
