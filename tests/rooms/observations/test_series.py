from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.observations import ledger, timeline
from tests.rooms.observations.figures import NOW, day, figure, record, values


@pytest.mark.django_db
class TestSeries:
    def test_an_empty_ledger_has_the_same_columns(self):
        rows = ledger.series(known_at=NOW)

        assert rows.is_empty()
        assert rows.schema == ledger.SCHEMA
        assert ledger.history(indicator="CUS01", area="LKH", period="2023-09").schema == ledger.HISTORY

    def test_a_row_says_all_there_is_to_say(self):
        record(
            figure(
                "88.1",
                numerator_exact="881",
                denominator_exact="1000",
                breakdown="age=65+;sex=female",
                period="2023-24-Q2",
                cell="sheet Q2, B7",
                note="one depot",
                status="provisional",
                respondents_exact="1000",
                given_lower_exact="86",
                given_upper_exact="90.10",
            )
        )

        rows = ledger.series(known_at=NOW)

        assert rows.schema == ledger.SCHEMA
        (row,) = rows.iter_rows(named=True)
        assert len(row.pop("row_hash")) == 64
        assert row == {
            "indicator": "CUS01",
            "area": "LKH",
            "breakdown": "age=65+;sex=female",
            "period": "2023-24-Q2",
            "kind": "quarter",
            "start": date(2023, 7, 1),
            "end": date(2023, 9, 30),
            "numerator": 881.0,
            "denominator": 1000.0,
            "value": 88.1,
            "numerator_exact": "881",
            "denominator_exact": "1000",
            "value_exact": "88.1",
            "respondents": 1000.0,
            "given_lower": 86.0,
            "given_upper": 90.1,
            "respondents_exact": "1000",
            "given_lower_exact": "86",
            "given_upper_exact": "90.1",
            "status": "provisional",
            "reason": "",
            "note": "one depot",
            "known_from": day(10, 10),
            "source": "returns/customer.xlsx, sheet Q2, B7",
        }

    def test_a_missing_figure_has_a_reason_and_no_value(self):
        record(figure(None, reason="hidden"))

        (row,) = ledger.series(known_at=NOW).iter_rows(named=True)

        assert (row["status"], row["reason"], row["value"], row["value_exact"]) == (
            "missing",
            "hidden",
            None,
            None,
        )

    def test_each_filter_narrows(self):
        record(
            figure("1"),
            figure("2", indicator="ENV02"),
            figure("3", area="X05900001"),
            figure("4", breakdown="sex=female"),
            figure("5", period="2023-24-Q3"),
        )

        def found(**filters):
            return ledger.series(known_at=NOW, **filters)["value_exact"].sort().to_list()

        assert found(indicators=["ENV02"]) == ["2"]
        assert found(areas=["X05900001"]) == ["3"]
        assert found(breakdowns=[""], areas=["LKH"]) == ["1", "2", "5"]
        assert found(periods=["2023-24-Q3", "2023-24-Q4"]) == ["5"]
        assert found(until=date(2023, 9, 30)) == ["1", "2", "3", "4"]
        assert found(indicators=[]) == []
        assert found(indicators=[f"X{number}" for number in range(40_000)] + ["ENV02"]) == ["2"]

    def test_the_order_does_not_depend_on_that_of_loading(self):
        months = ["2023-10", "2023-02", "ac2022-23", "2022-23", "2023-01", "at2023-01-31"]
        for month in months:
            record(figure("1", period=month), name=month)

        rows = ledger.series(known_at=NOW)

        assert rows["period"].to_list() == [
            "2022-23",
            "ac2022-23",
            "2023-01",
            "at2023-01-31",
            "2023-02",
            "2023-10",
        ]
        assert rows.equals(rows.sort("start", "end"))

    def test_moments_are_exact_to_the_microsecond(self):
        just, after = day(10, 10).replace(microsecond=1), day(10, 10).replace(microsecond=10)
        record(figure("1"), known_from=day(10, 10))
        record(figure("2"), known_from=just)
        record(figure("3"), known_from=after)

        assert [values(at)["CUS01", "2023-09"] for at in (day(10, 10), just, after)] == ["1", "2", "3"]
        assert ledger.series(known_at=just)["known_from"].to_list() == [just]


@given(st.sets(st.integers(1, 60)))
def test_ranges_name_just_the_ids_they_were_made_of(ids):
    text = timeline.as_ranges(ids)

    assert timeline.from_ranges(text).to_list() == sorted(ids)


def test_rows_that_stand_together_take_little_room():
    assert timeline.as_ranges([*range(1, 100_001), 100_007]) == "1-100000,100007"
    assert timeline.as_ranges([]) == ""
    assert timeline.from_ranges("").dtype == pl.Int64
