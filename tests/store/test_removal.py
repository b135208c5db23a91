from datetime import timedelta

from store.audit import Change, last_change
from store.keys import NewKey, add_key, keys
from store.removal import Removed, count_old, forget, pseudonym, remove_old
from store.scope import Scope
from store.submissions import HandedIn
from store.tables import Base, SubmissionRow


def handed_in(world, student: str) -> str:
    """A graded submission of a student's."""
    (receipt,) = world.take(HandedIn("main", "algebra", "v1", b"{}", student))
    submission = receipt.id
    world.finish(world.claim(submission))
    return submission


def test_a_student_is_removed_with_reports_and_keys_and_nobody_else_is(world):
    anns, bobs = handed_in(world, "ann"), handed_in(world, "bob")
    with world.database.writing() as connection:
        add_key(connection, NewKey(Scope.STUDENT, "main", "ann"), world.now)
        add_key(connection, NewKey(Scope.STUDENT, "main", "bob"), world.now)
    assert forget(world.database, "main", "ann", "a key", world.now) == Removed(submissions=1, keys=1)
    assert forget(world.database, "main", "ann", "a key", world.now) == Removed(submissions=0, keys=0)
    with world.database.transaction() as connection:
        assert [key.student for key in keys(connection, "main", with_admins=True)] == ["bob"]
    assert (world.standing(anns), world.report(anns)) == (None, None)
    assert world.report(bobs) is not None


def test_the_log_does_not_name_who_was_removed(world):
    handed_in(world, "ann")
    forget(world.database, "main", "ann", "a key", world.now)
    with world.database.transaction() as connection:
        change = last_change(connection, "main", "student.remove")
    assert change == Change("student.remove", pseudonym("main", "ann"), "main", "a key", {"submissions": 1, "keys": 0})
    assert "ann" not in change.subject


def test_many_are_removed_in_pieces(world, monkeypatch):
    monkeypatch.setattr("store.removal.AT_A_TIME", 2)
    for _ in range(5):
        handed_in(world, "ann")
    assert forget(world.database, "main", "ann", None, world.now).submissions == 5


def test_another_course_has_other_students(world):
    submission = handed_in(world, "ann")
    assert forget(world.database, "physics", "ann", None, world.now) == Removed(submissions=0, keys=0)
    assert world.standing(submission) is not None


def test_who_is_removed_while_being_graded_gets_no_report(world):
    (receipt,) = world.take(HandedIn("main", "algebra", "v1", b"{}", "ann"))
    held = world.claim(receipt.id)
    forget(world.database, "main", "ann", None, world.now)
    world.finish(held)
    assert world.report(receipt.id) is None


def test_what_is_older_than_a_moment_is_removed(world):
    old = handed_in(world, "ann")
    world.later(10)
    young = handed_in(world, "ann")
    with world.database.writing() as connection:
        assert count_old(connection, world.now) == 1
        assert remove_old(connection, world.now) == 1
        assert remove_old(connection, world.now) == 0
        assert count_old(connection, world.now + timedelta(seconds=1)) == 1
    assert (world.standing(old), world.report(old)) == (None, None)
    assert world.standing(young) is not None


def test_whatever_belongs_to_a_submission_says_so_in_its_own_column():
    belonging = {SubmissionRow.__table__}
    for table in Base.metadata.sorted_tables:
        if any(key.column.table in belonging for key in table.foreign_keys):
            belonging.add(table)
            assert "submission_id" in table.columns, table.name
    assert len(belonging) > 1
