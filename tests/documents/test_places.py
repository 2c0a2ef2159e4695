"""Places: the path of a figure is one word, short enough for every format, and another for another place."""

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents import places

parts = st.lists(st.text(min_size=1, max_size=90), min_size=1, max_size=5)


def test_a_place_reads_as_a_path():
    assert places.place("2023-24-Q2", "CUS01", "value") == "2023-24-Q2/CUS01/value"
    assert (
        places.place("2023-24-Q2", "indicators", "all", "not rated") == "2023-24-Q2/indicators/all/not-rated"
    )


def test_what_is_too_long_is_cut_and_stays_different():
    long = [places.place("2023-24-Q2", "I" * 64 + end, "target_year_end") for end in "ab"]
    assert [len(path) for path in long] == [64, 64]
    assert long[0] != long[1]
    assert all(path.startswith("2023-24-Q2/IIII") and path.endswith("/target_year_end") for path in long)


@given(parts)
def test_every_place_is_one(found):
    assert places.is_place(places.place(*found))
