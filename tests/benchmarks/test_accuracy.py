from benchmarks.accuracy import accuracy
from benchmarks.tables import beside, ours, unable, wrong


def result(machine, question, row, measured):
    questions = [
        question("a"),
        question("b", "incorrect"),
        question("c", symbols={"n": "positive integer"}),
        question("d", form="expanded"),
    ]
    our = [row("a"), row("b", "rejected", "incorrect"), row("c", "rejected", "incorrect"), row("d")]
    yardstick = [row("a", "unreadable", "-"), row("b", "accepted", "true"), row("c", "accepted", "true")]
    return accuracy(
        machine,
        {"scalar": questions},
        {
            ("Fullmarks", "scalar"): measured("Fullmarks", "scalar", our),
            ("Math-Verify", "scalar"): measured("Math-Verify", "scalar", yardstick, {"the option form": 1}),
        },
    )


def test_both_are_compared_on_what_both_were_told(machine, question, row, measured):
    counted = result(machine, question, row, measured)
    assert beside(counted).splitlines()[2:] == [
        "| scalar | 2 | 0 | 0 | 0 | 1 | 1 | 1 | 0 |",
        "| **all, told the same** | 2 | 0 | 0 | 0 | 1 | 1 | 1 | 0 |",
        "| told less: a domain | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |",
    ]
    assert unable(counted).splitlines()[-1] == "| the option form | 1 |"
    assert counted.yardstick_accepted == ("b",)


def test_our_own_faults_are_counted_over_all_rows_and_listed(machine, question, row, measured):
    counted = result(machine, question, row, measured)
    assert ours(counted).splitlines()[-1] == "| **all** | 4 | 3 | 0 | 1 | 0 | 0 | 0 | 0 |"
    assert wrong(counted).splitlines()[2:] == ["| c | `x` | `x` | correct | incorrect |"]


def test_without_the_yardstick_its_columns_are_empty(machine, question, row, measured):
    alone = accuracy(
        machine, {"scalar": [question("a")]}, {("Fullmarks", "scalar"): measured("Fullmarks", "scalar", [row("a")])}
    )
    assert beside(alone).splitlines()[2] == "| **all, told the same** | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    assert wrong(alone) == "None."
