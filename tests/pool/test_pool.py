import asyncio
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

import pytest

from fullmarks.errors import OperatorError
from fullmarks.pool.job import Died, Done, Job, OutOfTime
from fullmarks.pool.pool import AHEAD, AT_ONCE, LOTS, SPREAD, Finished, Pool

ECHO = Job("tests.pool.jobs:prepare", "> ", seconds=0.5, patience=10.0, memory_mb=512)


@pytest.fixture(scope="module")
def pool():
    with Pool(ECHO, workers=2) as one:
        yield one


@pytest.mark.parametrize(
    "line, result",
    [
        pytest.param("x + 1", Done("> x + 1"), id="a line"),
        pytest.param("", Done("> "), id="nothing"),
        pytest.param("½ \u2028 \u0085", Done("> ½ \u2028 \u0085"), id="other ends of lines"),
        pytest.param("x" * 3_000_000, Done("> " + "x" * 3_000_000), id="more than a pipe holds"),
        pytest.param("noisy", Done("> noisy"), id="what is printed is no answer"),
        pytest.param("busy", OutOfTime(0.5), id="out of processor time"),
        pytest.param("asleep", OutOfTime(0.5), id="out of patience"),
        pytest.param("exit 3", Died(3), id="ended"),
        pytest.param("greedy", Died(1), id="out of memory"),
    ],
)
def test_what_comes_of_a_line(pool, line, result):
    assert pool.submit(line).result() == result
    assert pool.submit("next").result() == Done("> next")


def test_a_line_break_is_a_mistake_of_the_caller(pool):
    with pytest.raises(ValueError, match="a line holds no line break"):
        pool.submit("a\nb").result()


def test_a_line_that_breaks_its_process_costs_itself_alone(pool):
    lines = [str(number) for number in range(200)]
    lines[7], lines[8] = "busy", "exit 1"
    found = list(pool.map(lines, lambda line: line))
    assert [line for line, _ in found] == lines
    assert [result for line, result in found if line.isdecimal()] == [
        Done(f"> {one}") for one in lines if one[0].isdecimal()
    ]


def test_a_process_that_dies_once_costs_nothing(pool, tmp_path):
    line = f"once {tmp_path / 'died'}"
    assert pool.submit(line).result() == Done(f"> {line}")


def test_items_without_a_line_keep_their_place(pool):
    found = list(pool.map([1, None, 2], lambda item: item and str(item)))
    assert found == [(1, Done("> 1")), (None, None), (2, Done("> 2"))]


def test_items_are_taken_as_they_are_needed(pool):
    taken = []
    items = (taken.append(number) or number for number in count())
    assert [item for item, _ in islice(pool.map(items, str), 10)] == list(range(10))
    assert len(taken) <= 2 * AHEAD + 10


def test_what_is_finished_is_told_though_what_came_before_is_not(pool):
    items = ["asleep", None, *map(str, range(100))]
    found = list(pool.finished(items, lambda item: item))
    assert found[-1] == Finished(0, "asleep", OutOfTime(0.5))
    assert {one.number: one.item for one in found} == dict(enumerate(items))
    assert {one.number for one in found if one.result is None} == {1}
    assert [one.result for one in found if one.number > 1] == [Done(f"> {one.item}") for one in found if one.number > 1]


def test_lines_given_out_together_cost_each_other_nothing(pool):
    lines = [str(number) for number in range(200)]
    for place, line in ((150, "busy"), (151, "exit 1"), (153, "exit 2"), (199, "exit 3")):
        lines[place] = line
    results = {one.number: one.result for one in pool.finished(lines, lambda line: line)}
    bad = {150: OutOfTime(0.5), 151: Died(1), 153: Died(2), 199: Died(3)}
    assert results == {number: Done(f"> {line}") for number, line in enumerate(lines)} | bad


def test_few_are_under_way_and_none_far_behind_what_is_slow(pool):
    taken = []
    items = (taken.append(number) or number for number in range(2_000))
    done = set()
    for one in pool.finished(items, lambda number: str(number) if number else "asleep"):
        done.add(one.number)
        assert len(taken) - len(done) <= 2 * LOTS * AT_ONCE + 1
        assert 0 in done or len(taken) <= SPREAD + 1
    assert done == set(range(2_000))


def test_whoever_waits_for_what_is_finished_is_told_that_no_process_starts():
    with Pool(Job("tests.pool.jobs:broken")) as pool, pytest.raises(OperatorError):
        list(pool.finished("abc", str))


def test_many_threads_at_once(pool):
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda number: pool.submit(str(number)).result(), range(200)))
    assert results == [Done(f"> {number}") for number in range(200)]


def test_coroutines(pool):
    async def ask():
        return await asyncio.gather(*(asyncio.wrap_future(pool.submit(str(number))) for number in range(20)))

    assert asyncio.run(ask()) == [Done(f"> {number}") for number in range(20)]


def test_a_process_that_cannot_be_made_ready_is_the_operators():
    with Pool(Job("tests.pool.jobs:broken")) as pool, pytest.raises(OperatorError) as raised:
        pool.submit("x").result()
    assert raised.value.sentence == "A process that runs tests.pool.jobs:broken could not be started."


def test_closing_ends_the_processes_even_at_work(is_running, wait_until):
    with Pool(ECHO, workers=1) as pool:
        process = int(pool.submit("process").result().line)
        assert is_running(process)
        busy = pool.submit("asleep")
        wait_until(busy.running)
    assert not is_running(process)
    assert busy.result() == Died(-9)


def test_a_pool_that_nobody_holds_any_more_ends_its_processes(is_running, wait_until):
    process = int(Pool(ECHO, workers=1).submit("process").result().line)
    wait_until(lambda: not is_running(process))


def test_a_process_that_is_killed_while_it_starts_costs_nothing(tmp_path):
    with Pool(Job("tests.pool.jobs:killed_once", str(tmp_path / "killed")), workers=1) as pool:
        assert pool.submit("x").result() == Done("> x")
    assert (tmp_path / "killed").exists()


def test_a_setup_may_be_long():
    setup = "½ " * 200_000
    with Pool(Job("tests.pool.jobs:prepare", setup), workers=1) as pool:
        assert pool.submit("x").result() == Done(f"{setup}x")


def test_a_closed_pool_opens_again():
    with Pool(ECHO, workers=1) as pool:
        pool.submit("x").result()
    assert pool.submit("x").result() == Done("> x")
    pool.close()


FORKED = """
import multiprocessing, os, sys
from fullmarks.pool.job import Job
from fullmarks.pool.pool import Pool

pool = Pool(Job("tests.pool.jobs:prepare", "> "), workers=2)
mine = pool.submit("process").result().line

def ask(queue):
    queue.put((pool.submit("x").result().line, pool.submit("process").result().line != mine))
    pool.close()

context = multiprocessing.get_context("fork")
queue = context.Queue()
child = context.Process(target=ask, args=(queue,), daemon=True)
child.start()
print(*queue.get(timeout=60))
child.join(60)
print(child.exitcode, pool.submit("process").result().line == mine)
"""


def test_a_forked_and_daemonic_process_has_processes_of_its_own():
    ended = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=120, check=False)
    assert (ended.stdout, ended.stderr) == ("> x True\n0 True\n", "")


KILLED = """
import os, signal
from fullmarks.pool.job import Job
from fullmarks.pool.pool import Pool

pool = Pool(Job("tests.pool.jobs:prepare", seconds=1.0), workers=2)
processes = [pool.submit("process").result().line]
pool.submit("busy")
print(*processes, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_nothing_outlives_a_killed_owner(is_running, wait_until):
    ended = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == -9
    for process in ended.stdout.split():
        wait_until(lambda process=process: not is_running(int(process)))


def test_a_program_ends_though_its_pool_is_open():
    program = FORKED.partition("mine =")[0] + "print(pool.submit('x').result().line)"
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "> x\n", "")


def test_the_number_of_processes_is_that_of_the_cores():
    with Pool(ECHO) as pool:
        assert pool.workers == len(os.sched_getaffinity(0))
