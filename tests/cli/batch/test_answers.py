"""Pieces and their answers: what goes by, what is lost, and the order in which they are told."""

import json
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.cli.batch.answers import Lost, here, in_order, in_processes, job_of
from fullmarks.cli.batch.grading import PREPARE, graded_of
from fullmarks.pool.job import prepared

RUBRIC = "rubric: r\nparts: {1: {items: {x: {numeric: 1}}}}\n"
ORDER = json.dumps({"rubric_file": "r", "rubric_source": RUBRIC, "outputs": ["report"]})
PIECE = json.dumps({"name": "a", "form": "json", "text": '{"answers": {"1": 1}}'})


@pytest.mark.parametrize(
    "answered",
    [
        pytest.param(lambda job, pieces: here(prepared(job), job, pieces), id="here"),
        pytest.param(lambda job, pieces: in_processes(job, pieces, 2), id="in processes"),
    ],
)
def test_what_has_no_piece_goes_by(answered):
    job = job_of(PREPARE, ORDER, seconds=30, memory_mb=1_024)
    pieces = [(number, None if number % 3 == 1 else PIECE) for number in range(40)]
    found = list(in_order((one.number, one) for one in answered(job, pieces)))
    assert [one.mine for one in found] == list(range(40))
    assert [one.answer is None for one in found] == [number % 3 == 1 for number in range(40)]
    assert {graded_of(one.answer).score for one in found if one.answer} == {1}


def test_what_is_lost():
    job = job_of("tests.pool.jobs:prepare", "", seconds=0.5, memory_mb=512)
    lines = ["a", "asleep", "b", "exit 3", "busy", "c"]
    found = in_order((one.number, one.answer) for one in in_processes(job, [(line, line) for line in lines], 2))
    assert list(found) == [
        "a",
        Lost("It was not graded within 0.5 seconds."),
        "b",
        Lost("Its process ended with status 3, twice. It may have asked for more than 512 MB of memory."),
        Lost("It was not graded within 0.5 seconds."),
        "c",
    ]


def test_what_is_lost_of_a_few():
    job = job_of("tests.pool.jobs:prepare", "", seconds=0.5, memory_mb=512)
    lines = ["a", "asleep", "exit 3", "busy", "c"]
    assert [one.answer for one in here(prepared(job), job, [(line, line) for line in lines])] == [
        "a",
        Lost("It was not graded within 0.5 seconds."),
        Lost("Its process ended with status 3. It may have asked for more than 512 MB of memory."),
        Lost("It was not graded within 0.5 seconds."),
        "c",
    ]


def test_what_is_next_does_not_wait_for_what_comes_later():
    assert list(islice(in_order((number, number) for number in [1, 0, 2]), 2)) == [0, 1]


@given(st.integers(0, 40).flatmap(lambda most: st.permutations(range(most))))
def test_any_order_becomes_that_of_the_numbers(numbers):
    assert list(in_order((number, number) for number in numbers)) == sorted(numbers)
