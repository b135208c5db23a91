from datetime import UTC, datetime

import pytest

from store.ids import is_id, new_id


def test_ids_sort_by_time():
    moments = [datetime(year, 1, 1, tzinfo=UTC) for year in (1971, 2026, 2027, 9999)]
    assert sorted(ids := [new_id(moment) for moment in moments]) == ids


def test_ids_of_one_moment_differ():
    assert len({new_id(datetime(2026, 1, 1, tzinfo=UTC)) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "text, is_one",
    [
        pytest.param(new_id(datetime(2026, 1, 1, tzinfo=UTC)), True, id="new"),
        pytest.param("0" * 26, True, id="zeros"),
        pytest.param("0" * 25, False, id="short"),
        pytest.param("0" * 27, False, id="long"),
        pytest.param("", False, id="empty"),
        pytest.param("0" * 25 + "\0", False, id="null character"),
        pytest.param("0" * 25 + "u", False, id="a letter that is not used"),
        pytest.param("0" * 25 + "A", False, id="upper case"),
    ],
)
def test_what_can_be_an_id(text, is_one):
    assert is_id(text) is is_one
