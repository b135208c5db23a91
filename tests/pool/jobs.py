"""What the processes of these tests do: each line says what shall become of it."""

import os
import signal
import time
from pathlib import Path


def prepare(setup):
    def answer(line):
        match line.split():
            case ["busy"]:
                while True:
                    pass
            case ["asleep"]:
                time.sleep(600)
            case ["greedy"]:
                return str(len(bytearray(4_000_000_000)))
            case ["exit", status]:
                os._exit(int(status))
            case ["once", path]:
                if not Path(path).exists():
                    Path(path).touch()
                    os._exit(1)
            case ["noisy"]:
                print("what no answer is")
            case ["process"]:
                return str(os.getpid())
        return f"{setup}{line}"

    return answer


def killed_once(setup):
    """As one that the system kills while it starts: the first time, told by a file that is not there yet."""
    path = Path(setup)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare("> ")


def broken(setup):
    raise RuntimeError(setup)
