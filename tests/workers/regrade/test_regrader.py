import pytest

from fullmarks.report.changes import changes
from fullmarks.report.model import Report
from store.pieces import Phase
from store.regrades import RegradeState

CASES = {
    "a key": ("n^2 / 2, points: 2", "n (n + 1) / 2, points: 2"),
    "a key that others follow": ("area: {symbolic: n m}", "area: {symbolic: n + m}"),
    "a further key": ("n^2 / 2, points: 2", "n^2 / 2, points: 2, also: [{answer: n^2/4, share: 50%}]"),
    "points": ("points: 3", "points: 4"),
    "points of a part with thirds": ("numeric: 1/3", "numeric: 1/3, points: 2/3"),
    "void": ("choice: [up, down], key: up", "choice: [up, down], key: up, void: yes"),
    "words alone": ("say: Halve it.", "say: Take half of it."),
    "what attempts cost": ("cost: 10%", "cost: 20%"),
    "which attempt counts": ("counts: last", "counts: best"),
    "rounding of parts": ("parts:", "rounding: {part: 1/2}\nparts:"),
    "rounding of the total": ("parts:", "rounding: {total: 1}\nparts:"),
    "nothing that is said in a report": ("title: A small class", "title: The small class"),
}
WHOLE = {
    "being late": ("parts:", "late: {cost: 10% a day}\nparts:"),
    "a label": ("slope: {numeric: 1/3}", "slope: {numeric: 1/3, labels: [incline]}"),
    "another item": ("      way:", "      more: {numeric: 3}\n      way:"),
}


@pytest.mark.parametrize("words", [*CASES.values(), *WHOLE.values()], ids=[*CASES, *WHOLE])
def test_what_is_served_afterwards_is_what_grading_anew_gives(world, changed, words):
    old = world.publish(changed())
    world.grade(old, 45)
    before = world.served()
    new = world.publish(changed(*words))
    regrade_id = world.begin(new)
    assert world.work(regrade_id).state is RegradeState.COMPUTED, world.look(regrade_id).cause
    assert world.served() == before
    assert (Phase.GRADE in world.phases(regrade_id)) == (words in WHOLE.values())
    assert world.apply(regrade_id).state is RegradeState.APPLIED
    assert world.served() == world.graded_anew(new)


def test_what_the_new_version_cannot_grade_keeps_what_it_has(world, changed):
    """Who handed in an answer to an item that is gone is named, with the reason, and nothing is taken away."""
    old = world.publish(changed())
    answered = world.hand_in(old, {"answers": {"3.slope": "1/3", "1.sum": "n^2/2"}})
    other = world.hand_in(old, {"answers": {"1.sum": "n^2/2"}})
    before = world.served()
    new = world.publish(changed("      slope: {numeric: 1/3}\n", ""))
    regrade_id = world.begin(new)
    world.work(regrade_id)
    counts = world.counts(regrade_id)
    assert [(one.submission, one.cause) for one in counts.causes] == [
        (answered, "“slope” is not an item of part 3. Its items are why.")
    ]
    world.apply(regrade_id)
    assert world.served()[answered] == before[answered]
    assert world.served()[other] == world.graded_anew_one(new, other)


@pytest.mark.parametrize("words", CASES.values(), ids=CASES)
def test_the_difference_is_that_of_the_reports(world, changed, words):
    """Found by marks alone, it is what two whole reports of each submission differ in."""
    old = world.publish(changed())
    world.grade(old, 45)
    new = world.publish(changed(*words))
    regrade_id = world.begin(new)
    world.work(regrade_id)
    expected = {}
    for submission, text in world.served().items():
        before = Report.model_validate_json(text)
        after = Report.model_validate_json(world.graded_anew_one(new, submission))
        found = changes(before, after, old, new)
        if found or before.score != after.score:
            expected[submission] = (before.score, after.score, [told(change) for change in found])
    assert world.difference(regrade_id) == expected


def told(change):
    sides = [(side.verdict, side.points) if side else None for side in (change.before, change.after)]
    return (change.place, *sides, change.reasons)
