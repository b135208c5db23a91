"""What was asked for of late is kept, and no more than may be."""

from hypothesis import given
from hypothesis import strategies as st

from fullmarks.cli.batch.recent import Recent


def test_what_was_not_asked_for_gives_way():
    kept: Recent[str, int] = Recent(2)
    kept["a"], kept["b"] = 1, 2
    assert kept["a"] == 1
    kept["c"] = 3
    assert dict(kept) == {"a": 1, "c": 3}
    del kept["a"]
    assert (len(kept), kept.get("a"), kept.get("b", 7)) == (1, None, 7)


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 5))
def test_it_is_a_mapping_that_forgets(keys, most):
    kept: Recent[int, int] = Recent(most)
    for key in keys:
        assert kept.get(key, key * 2) == key * 2
        kept[key] = key * 2
        assert kept[key] == key * 2
    assert set(kept) == set(list(dict.fromkeys(keys[::-1]))[:most])
