from xml.etree import ElementTree as ET

import pytest

from benchmarks.charts import accuracy_chart, speed_chart
from benchmarks.page import PAGE, RESULTS, SHAPES, keep, kept, pieces, written
from benchmarks.service import Service, Throughput, WorkersFigures
from benchmarks.tables import circumstances, milliseconds, number, quoted
from benchmarks.tables import service as service_table

PICTURES = {"speed": speed_chart, "accuracy": accuracy_chart}


def test_the_page_quotes_the_figures_that_were_measured():
    page = PAGE.read_text("utf-8")
    assert list(kept()) == list(SHAPES)
    assert written(page, pieces(kept())) == page


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_show_the_figures_that_were_measured(name):
    assert (RESULTS / f"{name}.svg").read_text("utf-8") == PICTURES[name](kept()[name])


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_what_it_shows(name):
    root = ET.parse(RESULTS / f"{name}.svg").getroot()
    title, description = (root.findtext(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc"))
    assert title
    assert "number: Fullmarks" in description


@pytest.mark.parametrize("name", SHAPES)
def test_results_are_kept_as_they_are(name, tmp_path):
    result = kept()[name]
    keep(result, name, tmp_path)
    assert kept(tmp_path) == {name: result}


def test_a_piece_without_a_place_is_refused():
    with pytest.raises(
        ValueError, match=r"^The page must have <!-- speed:begin --> and <!-- speed:end -->, once each\.$"
    ):
        written("# A page\n", {"speed": "| a |"})


def test_a_piece_replaces_what_was_there():
    page = "before\n<!-- a:begin -->\nold\n<!-- a:end -->\nafter\n"
    assert written(page, {"a": "new"}) == "before\n<!-- a:begin -->\nnew\n<!-- a:end -->\nafter\n"


def test_the_circumstances_are_one_paragraph(machine):
    assert circumstances(machine) == (
        "`python -m benchmarks`, 2026-11-24 08:00 UTC, commit abc1234. Abacus 3000, 2 cores, Linux x86_64, "
        "Python 3.11.7; fullmarks 0.1.0, math-verify 0.9.0. Load when it began 0.25, when it ended 1.5."
    )


def test_the_service_has_a_column_for_each_number_of_workers(machine):
    one = WorkersFigures(
        workers=1,
        first_answer_s=1.2,
        first_report_s=1.3,
        submit_to_report_ms=12.5,
        submit_to_report_p95_ms=20,
        answers=Throughput(submissions=10, handed_in_per_s=100, graded_per_s=90.5),
        homeworks=Throughput(submissions=5, handed_in_per_s=50, graded_per_s=20),
        backlog_per_s=30,
        engine_per_s=40,
        memory_mb={"API": 101, "broker": 5},
        noop_tasks=100,
        noop_per_s=1234,
    )
    result = Service(machine=machine, workers=(one, one.model_copy(update={"workers": 2})))
    lines = service_table(result).splitlines()
    assert lines[0] == "|  | 1 worker | 2 workers |"
    assert "| Celery tasks that do nothing, a second | 1,230 | 1,230 |" in lines
    assert lines[-1] == "| memory of broker, MB | 5 | 5 |"


@pytest.mark.parametrize(
    "value, shown",
    [(12345.6, "12,300"), (999.6, "1,000"), (99.96, "100"), (3.14159, "3.14"), (0.01234, "0.0123"), (0, "0")],
    ids=str,
)
def test_numbers_have_three_figures(value, shown):
    assert number(value) == shown
    assert milliseconds(value * 1000) == shown


@pytest.mark.parametrize(
    "text, cell",
    [
        pytest.param("|x|", r"`\|x\|`", id="bars"),
        pytest.param("a\n  b", "`a b`", id="lines"),
        pytest.param("a`b", "`` a`b ``", id="backquote"),
        pytest.param("x" * 80, f"`{'x' * 70}…`", id="long"),
    ],
)
def test_texts_fit_into_cells(text, cell):
    assert quoted(text) == cell
