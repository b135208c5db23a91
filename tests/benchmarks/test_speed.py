from benchmarks.measured import Times
from benchmarks.speed import Ratio, figures, ratio, speed
from benchmarks.start import Start
from benchmarks.tables import ratios, resources, slowest, start
from benchmarks.tables import speed as speed_table


def clocked(wall_us):
    return {name: Times(wall_us=us, cpu_us=us / 2) for name, us in wall_us.items()}


def test_the_figures_of_some_times():
    found = figures(clocked({f"row-{number}": 100.0 for number in range(99)} | {"last": 1000.0}))
    assert (found.checks, found.p50_us, found.worst_us, found.worst_id) == (100, 100.0, 1000.0, "last")
    assert (found.per_s, found.per_cpu_s) == (9170, 18_300)
    assert figures({}) is None


def test_one_time_is_its_own_percentile():
    found = figures(clocked({"only": 250.0}))
    assert (found.per_s, found.p50_us, found.p99_us) == (4000, 250.0, 250.0)


def test_the_ratio_is_over_rows_that_both_judged():
    ours, theirs = clocked({"a": 1.0, "b": 2.0, "ours": 5.0}), clocked({"a": 10.0, "b": 80.0, "theirs": 1.0})
    assert ratio(ours, theirs) == Ratio(checks=2, of_sums=30.0, of_a_row=40.0)
    assert ratio(ours, clocked({"c": 1.0})) is None


def whole(machine, row, measured):
    our = [
        row("a", prepared_us=100.0, explained_us=200.0),
        row("b", prepared_us=300.0, explained_us=600.0),
        row("c", "key refused", "no", prepared_us=1.0),
    ]
    yardstick = [row("a", prepared_us=10_000.0), row("b", prepared_us=30_000.0)]
    first = Start(
        grader="Python", program="Python alone", seconds=0.02, beyond_s=0, slowest_s=0.03, cpu_s=0.018, peak_mb=10
    )
    return speed(
        machine,
        ["scalar", "array"],
        {
            ("Fullmarks", "scalar"): measured("Fullmarks", "scalar", our),
            ("Math-Verify", "scalar"): measured("Math-Verify", "scalar", yardstick),
            ("Fullmarks", "array"): measured("Fullmarks", "array", [row("d", "key refused", "no")]),
        },
        [first],
    )


def test_a_kind_of_which_nothing_was_judged_has_no_figures(machine, row, measured):
    kinds = {kind.kind: kind for kind in whole(machine, row, measured).kinds}
    assert list(kinds) == ["scalar", "array", "all"]
    assert kinds["array"].ours is None
    assert kinds["scalar"].ours.prepared.checks == 2


def test_the_tables(machine, row, measured):
    result = whole(machine, row, measured)
    assert speed_table(result).splitlines()[2:] == [
        "| scalar | 2 | 5,000 | 10,000 | 0.2 | 0.298 | 0.149 | 0.3 | b | 2,500 | 0.596 | 2,500 | 0.4 |",
        "| **all** | 2 | 5,000 | 10,000 | 0.2 | 0.298 | 0.149 | 0.3 | b | 2,500 | 0.596 | 2,500 | 0.4 |",
    ]
    assert ratios(result).splitlines()[2] == "| scalar | 2 | 50 | 100 | 20 | 29.8 | 30 | 100 | 100 | 1 | 1 |"
    assert resources(result).splitlines()[2] == "| scalar | 3 | 50% | 0.86 | 50 | 3 | 50% | 0.86 | 50 |"
    assert slowest(result).splitlines()[2:] == ["| b | 0.3 | correct |", "| a | 0.1 | correct |"]
    assert start(result).splitlines()[2] == "| Python alone (Python) | 0.020 | 0.000 | 0.030 | 0.018 | 10 |"
