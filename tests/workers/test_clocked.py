import json

from workers.clocked import Spent
from workers.handed_in import read_body
from workers.marking import Marking


def test_an_answer_is_clocked_when_it_is_checked_and_not_when_it_is_remembered(algebra):
    marking = Marking("main", algebra)

    def times(*answers: str) -> int:
        for answer in answers:
            body = json.dumps({"rubric": "algebra", "answers": {"1a": answer}}).encode()
            marking(read_body(body).submission(algebra, "an id"))
        return marking.checked().get("symbolic", Spent()).times

    assert [times("x", "2x"), times("x", "2x"), times("3x"), times()] == [2, 0, 1, 0]


def test_what_was_spent_adds_up():
    assert Spent(2, 0.5) + Spent(1, 0.25) == Spent(3, 0.75)
