"""Linked figures: which cells there are, what adds up, and what is refused."""

from datetime import date

import numpy as np
import polars as pl
import pytest

from goldenthread.methods.disclosure import linked
from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.linked_figures import (
    BOROUGH,
    DAY,
    Q1,
    Q2,
    TO_SEPTEMBER,
    YEAR_TO_JUNE,
    YEAR_TO_SEPTEMBER,
    borough_of,
    build,
    cell,
    figure,
    frame,
    given_away,
)

WARDS = borough_of("A", "B", "C")


def kinds(release):
    return set(release.labels["kind"])


def count(release, *of, **where):
    return release.system.counts[cell(release, *of, **where)]


def role(release, *of, **where):
    return Role(release.system.roles[cell(release, *of, **where)])


def adds_up(release):
    return not np.any(release.system.sums @ release.system.counts)


def sums_of(release, place):
    """The sums that hold a cell, each as a list of (sign, count)."""
    rows = release.system.sums.tocsc()[:, [place]].nonzero()[0]
    return [
        sorted(zip(row.data.tolist(), release.system.counts[row.indices].tolist(), strict=True))
        for row in (release.system.sums[[number]] for number in rows)
    ]


class TestCells:
    def test_a_figure_has_a_numerator_a_denominator_and_what_is_left(self):
        release = build([figure("X", 3, 10)])

        assert release.labels["part"].to_list() == ["numerator", "denominator", "remainder"]
        assert release.system.counts.tolist() == [3, 10, 7]
        assert release.system.roles.tolist() == [Role.FREE, Role.FREE, Role.UNSEEN]
        assert release.system.sums.toarray().tolist() == [[1, -1, 1]]

    def test_a_plain_count_is_a_numerator_alone(self):
        release = build([figure("X", 3)])

        assert release.labels["part"].to_list() == ["numerator"]
        assert release.rows.row(0) == (0, -1, -1, True, True)

    def test_days_per_case_have_no_remainder(self):
        release = build([figure("ENV07", 612, 92, area="A"), figure("ENV07", 5, 8, area="B")], WARDS)

        assert "remainder" not in release.labels["part"].to_list()

    def test_whoever_sees_a_cell_hidden_knows_that_it_is_not_zero_where_zeros_are_shown(self):
        shown = build([figure("X", 3, 10, small="numerator")])
        not_shown = build([figure("X", 3, 10, small="numerator", zeros_shown=False)])

        assert shown.system.lower.tolist() == [1, 1, 0]
        assert not_shown.system.lower.tolist() == [0, 0, 0]

    def test_a_zero_stays_published_where_zeros_are(self):
        assert role(build([figure("X", 0)]), "X") == Role.SHOWN
        assert role(build([figure("X", 0, zeros_shown=False)]), "X") == Role.FREE

    def test_a_zero_that_the_policy_protects_is_hidden(self):
        release = build([figure("X", 0, small="numerator")])

        assert role(release, "X") == Role.PRIMARY
        assert release.system.lower.tolist() == [0]

    def test_a_rating_that_is_kept_limits_its_numerator(self):
        release = build([figure("CSC10", 142, 145, lower=138, upper=145, small="numerator")])

        assert release.system.lower[0] == 138
        assert release.system.upper[0] == 145

    def test_what_must_stay_published_is_never_hidden(self):
        assert role(build([figure("X", 30, keep=True)]), "X") == Role.SHOWN

    def test_a_figure_that_is_not_printed_takes_part_all_the_same(self):
        release = build(
            [figure("X", 30, is_printed=False), figure("X", 3, is_printed=False, span=Q1, small="numerator")]
        )

        assert role(release, "X") == Role.UNSEEN
        assert role(release, "X", span=Q1) == Role.PRIMARY


class TestAreasAndCuts:
    def test_wards_make_the_borough(self):
        release = build([figure("X", 9), *(figure("X", 3, area=ward) for ward in "ABC")], WARDS)

        assert sums_of(release, cell(release, "X")) == [[(-1, 9), (1, 3), (1, 3), (1, 3)]]

    def test_areas_within_areas(self):
        areas = pl.DataFrame({"area": ["LKH", "north", "A", "B"], "parent": ["", "LKH", "north", "north"]})
        release = build(
            [
                figure("X", 9),
                figure("X", 9, area="north"),
                figure("X", 4, area="A"),
                figure("X", 5, area="B"),
            ],
            areas,
        )

        assert sums_of(release, cell(release, "X", area="north")) == [
            [(-1, 9), (1, 4), (1, 5)],
            [(-1, 9), (1, 9)],
        ]

    def test_a_step_between_that_nobody_holds_is_bridged(self):
        areas = pl.DataFrame({"area": ["LKH", "north", "A", "B"], "parent": ["", "LKH", "north", "north"]})
        release = build([figure("X", 9), figure("X", 4, area="A"), figure("X", 5, area="B")], areas)

        assert count(release, "X", area="north") == 9
        assert len(release.system.sums.toarray()) == 2

    def test_two_maps_of_one_borough_meet_in_its_total(self):
        areas = pl.DataFrame(
            {
                "area": ["LKH", "A", "B", "school-1", "school-2"],
                "parent": ["", *["LKH"] * 4],
                "grouping": ["", "wards", "wards", "catchments", "catchments"],
            }
        )
        parts = [
            figure("X", number, area=area)
            for area, number in zip(areas["area"][1:], (4, 5, 7, 2), strict=True)
        ]

        printed, not_printed = build([figure("X", 9), *parts], areas), build(parts, areas)

        assert len(sums_of(printed, cell(printed, "X"))) == 2
        assert len(sums_of(not_printed, cell(not_printed, "X", kind="sum"))) == 2

    def test_crossed_cuts_make_both_margins(self):
        cut = [figure("X", 2, area=ward, breakdown=f"sex={sex}") for ward in "ABC" for sex in ("f", "m")]
        wards = [figure("X", 4, area=ward) for ward in "ABC"]
        sexes = [figure("X", 6, breakdown=f"sex={sex}") for sex in ("f", "m")]
        release = build([figure("X", 12), *cut, *wards, *sexes], WARDS)

        assert len(release.system) == 12
        assert len(sums_of(release, cell(release, "X", area="A", breakdown="sex=f"))) == 2
        assert release.system.sums.shape[0] == 3 + 2 + 2

    def test_crossed_cuts_of_which_nobody_holds_a_margin_meet_in_the_total(self):
        cut = [figure("X", 2, breakdown=f"age={age};sex={sex}") for age in "abc" for sex in "fm"]
        release = build([figure("X", 12), *cut])

        assert count(release, "X", breakdown="age=a", kind="sum") == 4
        assert count(release, "X", breakdown="sex=f", kind="sum") == 6

    def test_a_wider_band_is_the_sum_of_the_bands_in_it(self):
        groupings = pl.DataFrame(
            {
                "dimension": ["age"] * 4,
                "value": ["under-5", "5-17", "under-18", "18-and-over"],
                "part_of": ["under-18", "under-18", "", ""],
            }
        )
        bands = {"under-5": 2, "5-17": 4, "under-18": 6, "18-and-over": 5}
        rows = [figure("X", number, breakdown=f"age={band}") for band, number in bands.items()]
        release = build([figure("X", 11), *rows], groupings=groupings)

        assert sums_of(release, cell(release, "X", breakdown="age=under-18")) == [
            [(-1, 11), (1, 5), (1, 6)],
            [(-1, 6), (1, 2), (1, 4)],
        ]

    def test_bands_that_overlap_are_tied_by_what_lies_between(self):
        """Under 18 and under 25 in two ways of cutting: who is 18 to 24 is the difference."""
        groupings = pl.DataFrame(
            {
                "dimension": ["age"] * 6,
                "value": ["under-18", "18-and-over", "under-25", "25-and-over", "under-18", "18-24"],
                "part_of": ["", "", "", "", "under-25", "under-25"],
                "grouping": ["children", "children", "young", "young", "", ""],
            }
        )
        bands = {"under-18": 20, "18-and-over": 30, "under-25": 22, "25-and-over": 28}
        release = build(
            [
                figure("X", 50),
                *(figure("X", number, breakdown=f"age={band}") for band, number in bands.items()),
            ],
            groupings=groupings,
        )
        between = linked.derivable(release)

        assert between.select("breakdown", "kind", "over", "numerator").rows() == [
            ("age=under-25", "not known", "age", 2)
        ]

    def test_what_is_not_known_of_a_whole_is_a_cell(self):
        rows = [
            figure("X", 7, 20, breakdown="ethnicity=asian"),
            figure("X", 9, 30, breakdown="ethnicity=black"),
        ]
        release = build([figure("X", 18, 55), *rows])
        rest = release.labels.filter(pl.col("kind") == "not known")

        assert rest.select("part", "over").rows() == [
            ("numerator", "ethnicity"),
            ("denominator", "ethnicity"),
            ("remainder", "ethnicity"),
        ]
        assert release.system.counts[(release.labels["kind"] == "not known").to_numpy()].tolist() == [2, 5, 3]
        assert adds_up(release)

    def test_the_one_ward_that_is_not_among_the_others_is_known_by_them(self):
        rows = [figure("X", 19), figure("X", 9, area="A"), figure("X", 7, area="B")]
        release = build(rows, WARDS)

        assert count(release, "X", area="C", kind="missing") == 3
        assert linked.derivable(release).select("area", "kind", "numerator").rows() == [("C", "missing", 3)]

    def test_a_missing_part_takes_part_in_its_other_sums(self):
        """The borough less B is A; of A all but one sex is printed."""
        groupings = pl.DataFrame({"dimension": ["sex", "sex"], "value": ["f", "m"], "part_of": ["", ""]})
        wards = borough_of("A", "B")
        rows = [
            figure("X", 20),
            figure("X", 12, area="B"),
            figure("X", 5, area="A", breakdown="sex=f"),
            figure("X", 3, area="A", breakdown="sex=m", small="numerator"),
        ]

        assert given_away(build(rows, wards, groupings=groupings)) == [("X", "numerator", "A", "sex=m", 3)]

    def test_a_sum_of_which_a_part_is_in_no_table_is_no_count_to_judge(self):
        """Asian residents of A and B, not of C: that is no figure of the borough."""
        rows = [
            figure("X", 30),
            figure("X", 2, area="A", breakdown="ethnicity=asian"),
            figure("X", 1, area="B", breakdown="ethnicity=asian"),
        ]
        release = build(rows, WARDS)

        assert count(release, "X", breakdown="ethnicity=asian", kind="at least") == 3
        assert "at least" not in linked.derivable(release)["kind"].to_list()

    def test_parts_that_exceed_their_whole_are_refused_by_name(self):
        rows = [figure("X", 7, area="A"), figure("X", 9, area="B"), figure("X", 15)]

        with pytest.raises(
            linked.DoesNotAddUp,
            match=r"X numerator, LKH, 2023-09-30 is 15, its parts come to 16: X numerator, A",
        ):
            build(rows, WARDS)


class TestTime:
    def test_months_make_quarters_and_the_year_to_date(self):
        months = [
            (date(2023, month, 1), date(2023, month, day)) for month, day in ((4, 30), (5, 31), (6, 30))
        ]
        release = build([*(figure("X", 2, span=month) for month in months), figure("X", 6, span=Q1)])

        assert sums_of(release, cell(release, "X", span=Q1)) == [[(-1, 6), (1, 2), (1, 2), (1, 2)]]
        assert len(release.system) == 4

    def test_counts_of_one_day_do_not_add_up_over_time(self):
        release = build([figure("X", 7), figure("X", 3, span=(date(2023, 6, 30), date(2023, 6, 30)))])

        assert release.system.sums.shape[0] == 0

    def test_stretches_that_overlap_without_a_known_part_are_left_alone_with_a_note(self):
        release = build([figure("X", 20, span=YEAR_TO_JUNE), figure("X", 21, span=YEAR_TO_SEPTEMBER)])

        assert len(release.system) == 2
        assert release.notes == (
            "X numerator: stretches overlap whose common part nobody holds, so they are not taken from each "
            "other",
        )

    def test_one_known_quarter_ties_rolling_years_to_each_other(self):
        quarter = (date(2022, 7, 1), date(2022, 9, 30))
        release = build(
            [
                figure("X", 20, span=YEAR_TO_JUNE),
                figure("X", 21, span=YEAR_TO_SEPTEMBER),
                figure("X", 3, span=quarter),
            ]
        )

        assert count(release, "X", span=Q2, kind="elementary") == 4
        assert release.notes == ()

    def test_wards_by_month_and_the_borough_by_quarter_are_tied(self):
        months = [
            (date(2023, 7, 1), date(2023, 7, 31)),
            (date(2023, 8, 1), date(2023, 8, 31)),
            (date(2023, 9, 1), Q2[1]),
        ]
        wards = [figure("X", 2, area=ward, span=month) for ward in "ABC" for month in months]
        release = build([figure("X", 18, span=Q2), *wards], WARDS)

        assert count(release, "X", area="A", span=Q2, kind="sum") == 6
        assert [(-1, 18), (1, 6), (1, 6), (1, 6)] in sums_of(release, cell(release, "X", span=Q2))

    def test_a_year_to_date_that_falls_is_refused_by_name(self):
        rows = [figure("X", 7, span=Q1), figure("X", 5, span=TO_SEPTEMBER)]

        with pytest.raises(
            linked.DoesNotAddUp, match=r"contradict each other \(7, 5\): X numerator, LKH, 2023-04-01"
        ):
            build(rows)

    def test_averages_may_be_said_not_to_add_up(self):
        rows = [
            figure("X", 7, span=Q1, numerator_adds_over_time=False),
            figure("X", 5, span=TO_SEPTEMBER, numerator_adds_over_time=False),
        ]

        assert build(rows).system.sums.shape[0] == 0

    def test_one_ward_that_contradicts_itself_leaves_the_others_tied(self):
        late = {"numerator_adds_over_time": None}
        rows = [
            figure("X", 7, area="A", span=Q1, **late),
            figure("X", 5, area="A", span=TO_SEPTEMBER, **late),
        ]
        for ward in ("B", "C"):
            rows += [figure("X", 7, area=ward, span=Q1, **late)]
            rows += [figure("X", 30, area=ward, span=TO_SEPTEMBER, **late)]
        release = build(rows, WARDS)

        assert count(release, "X", area="B", span=Q2, kind="elementary") == 23
        assert release.notes[0].startswith(
            "X numerator: in some areas or groups stretches contradict each other"
        )


class TestLinks:
    LINK = pl.DataFrame(
        {
            "indicator": ["CSC06"], "part": ["numerator"],
            "other_indicator": ["CSC07"], "other_part": ["denominator"],
        }
    )  # fmt: skip

    def test_one_count_under_two_indicators_is_one_cell(self):
        release = build([figure("CSC06", 227), figure("CSC07", 24, 227)], links=self.LINK)

        assert len(release.system) == 3
        assert release.rows["numerator"][0] == release.rows["denominator"][1]

    def test_what_either_asks_holds_for_both(self):
        release = build([figure("CSC06", 3, small="numerator"), figure("CSC07", 2, 3)], links=self.LINK)

        assert Role(release.system.roles[release.rows["denominator"][1]]) == Role.PRIMARY

    def test_two_counts_for_one_are_refused_unless_one_was_revised(self):
        rows = [figure("CSC06", 227), figure("CSC07", 24, 229)]

        with pytest.raises(linked.CountsDiffer, match="227 and 229: CSC06 numerator, LKH, 2023-09-30; CSC07"):
            build(rows, links=self.LINK)
        release = build(rows, links=self.LINK.with_columns(revised=True))
        assert len(release.system) == 4
        assert release.notes == ("1 pairs of linked counts are kept apart: one of the two was revised",)

    def test_a_cut_of_one_may_be_the_whole_of_another(self):
        link = self.LINK.with_columns(
            part=pl.lit("denominator"), breakdown=pl.lit("age=under-5"), other_breakdown=pl.lit("")
        )
        rows = [
            figure("CSC06", 9, 40),
            figure("CSC06", 2, 12, breakdown="age=under-5"),
            figure("CSC07", 3, 12),
        ]
        release = build(rows, links=link)

        assert release.rows["denominator"][1] == release.rows["denominator"][2]

    def test_to_keep_and_to_hide_one_count_is_refused(self):
        with pytest.raises(
            linked.ContradictoryFlags, match="cannot be kept published and be protected: CSC06"
        ):
            build(
                [figure("CSC06", 3, keep=True), figure("CSC07", 2, 3, small="denominator")], links=self.LINK
            )


class TestSuppressedAtSource:
    def test_one_hidden_part_is_worked_out_and_protected(self):
        rows = [
            figure("X", 19),
            figure("X", 9, area="A"),
            figure("X", None, area="B", suppressed=True),
            figure("X", 7, area="C"),
        ]
        release = build(rows, WARDS)

        assert count(release, "X", area="B") == 3
        assert role(release, "X", area="B") == Role.PRIMARY

    def test_several_hidden_parts_are_one_cell_that_is_protected(self):
        rows = [
            figure("X", 19),
            figure("X", 9, area="A"),
            *(figure("X", None, area=ward, suppressed=True) for ward in "BC"),
        ]
        release = build(rows, WARDS)
        together = cell(release, "X", kind="hidden at source")

        assert release.system.counts[together] == 10
        assert Role(release.system.roles[together]) == Role.PRIMARY
        assert release.rows["numerator"].to_list() == [
            release.rows["numerator"][0],
            release.rows["numerator"][1],
            -1,
            -1,
        ]

    def test_a_hidden_month_is_worked_out_from_the_quarter(self):
        july, rest = (Q2[0], date(2023, 7, 31)), (date(2023, 8, 1), Q2[1])
        release = build(
            [
                figure("X", 12, span=Q2),
                figure("X", None, span=july, suppressed=True),
                figure("X", 9, span=rest),
            ]
        )

        assert count(release, "X", span=july) == 3
        assert role(release, "X", span=july) == Role.PRIMARY

    def test_two_hidden_months_are_as_good_as_known_together(self):
        months = [
            (Q2[0], date(2023, 7, 31)),
            (date(2023, 8, 1), date(2023, 8, 31)),
            (date(2023, 9, 1), Q2[1]),
        ]
        hidden = [figure("X", None, span=month, suppressed=True) for month in months[1:]]
        release = build([figure("X", 12, span=Q2), figure("X", 9, span=months[0]), *hidden])

        assert role(release, "X", span=(months[1][0], Q2[1]), kind="elementary") == Role.PRIMARY

    def test_a_numerator_hidden_at_its_source_leaves_its_denominator(self):
        release = build([figure("X", 10, 30), figure("X", None, 12, breakdown="sex=f", suppressed=True)])

        assert count(release, "X", "denominator", breakdown="sex=f") == 12
        assert adds_up(release)

    def test_nothing_is_zero_because_it_is_hidden(self):
        release = build([figure("X", None, suppressed=True)])

        assert len(release.system) == 0
        assert release.rows["numerator"].to_list() == [-1]


class TestEarlierReleases:
    def said(self, number, *, is_shown, is_primary=False, on=date(2023, 9, 1), span=DAY):
        return {
            "indicator": "X", "part": "numerator", "area": "LKH", "breakdown": "",
            "start": span[0], "end": span[1], "count": number,
            "is_shown": is_shown, "is_primary": is_primary, "published_on": on,
        }  # fmt: skip

    def with_(self, rows, *said):
        return build(rows, earlier=pl.DataFrame(list(said), schema=linked.EARLIER))

    def test_what_was_published_is_known_for_good(self):
        assert role(self.with_([figure("X", 30)], self.said(30, is_shown=True)), "X") == Role.SHOWN
        assert role(build([figure("X", 30, earlier="shown")]), "X") == Role.SHOWN

    def test_a_small_count_that_was_published_can_no_longer_be_protected(self):
        release = self.with_([figure("X", 3, small="numerator")], self.said(3, is_shown=True))

        assert role(release, "X") == Role.SHOWN
        assert release.notes == (
            "small, but an earlier release has published it: X numerator, LKH, 2023-09-30",
        )

    def test_a_restated_figure_is_known_by_how_much_it_was_restated(self):
        assert role(self.with_([figure("X", 30)], self.said(28, is_shown=True)), "X") == Role.SHOWN

    def test_a_figure_that_is_small_since_it_was_restated_is_protected(self):
        assert (
            role(self.with_([figure("X", 4, small="numerator")], self.said(7, is_shown=True)), "X")
            == Role.PRIMARY
        )

    def test_what_was_small_stays_hidden_when_restated(self):
        release = self.with_([figure("X", 7)], self.said(4, is_shown=False, is_primary=True))

        assert role(release, "X") == Role.PRIMARY

    def test_a_figure_that_only_an_earlier_release_has_takes_part(self):
        release = self.with_([figure("X", 20, span=TO_SEPTEMBER)], self.said(9, is_shown=True, span=Q1))

        assert role(release, "X", span=Q1, kind="earlier") == Role.SHOWN
        assert count(release, "X", span=Q2, kind="elementary") == 11

    def test_of_several_releases_the_latest_counts(self):
        release = self.with_(
            [figure("X", 20, span=TO_SEPTEMBER)],
            self.said(9, is_shown=True, span=Q1, on=date(2023, 8, 1)),
            self.said(8, is_shown=True, span=Q1, on=date(2023, 9, 1)),
        )

        assert count(release, "X", span=Q1) == 8


class TestWhatLiesBetween:
    def test_what_the_policy_finds_small_there_is_protected_too(self):
        release = build([figure("X", 6, span=Q1), figure("X", 9, span=TO_SEPTEMBER)])
        found = linked.derivable(release)
        judged = found.with_columns(
            primary_numerator=pl.col("numerator").is_between(1, 5),
            primary_denominator=False,
            primary_remainder=False,
        )

        assert found.select("start", "end", "numerator").rows() == [(*Q2, 3)]
        assert given_away(release) == []
        assert given_away(linked.protecting(release, judged)) == [("X", "numerator", "LKH", "", 3)]


class TestReading:
    RELEASE = [
        figure("X", 3, 10, small="numerator"),
        figure("Y", 30, 100),
        figure("Z", 20, is_printed=False),
    ]

    def protected(self):
        release = build(self.RELEASE)
        return release, Protection(np.zeros(len(release.system), bool), Level.RANK)

    def test_a_rate_is_shown_where_both_parts_are(self):
        shown = linked.shown(*self.protected())

        assert shown.rows() == [(False, True, False), (True, True, True), (False, False, False)]

    def test_another_table_is_put_into_the_form_of_the_figures(self):
        release, _ = self.protected()
        counts = release.system.counts.copy()
        counts[release.rows["numerator"][0]] = 4

        assert linked.values(release, counts).rows() == [(4, 10), (30, 100), (20, None)]

    def test_what_is_possible_of_each_figure(self):
        release, _ = self.protected()
        found = linked.possible(release, release.system.lower, release.system.counts)

        assert found["numerator_lowest"].to_list() == [1, 1, 0]
        assert found["numerator_highest"].to_list() == [3, 30, 20]
        assert found["denominator_lowest"].to_list() == [1, 1, None]


def test_bad_figures_are_refused_by_name():
    for rows, error, words in [
        ([figure("X", -1)], linked.NotACount, "0 or more, or null: X, LKH, 2023-09-30"),
        ([figure("X", 3), figure("X", 3)], linked.FiguresRepeated, "each figure has one row"),
        ([figure("X", 5, 3, complements=True)], linked.NotACount, "no larger than the whole"),
        ([figure("X", 3, lower=4)], linked.NotACount, "between lower and upper"),
        ([figure("X", 3, small="numerator", keep=True)], linked.ContradictoryFlags, "drop keep"),
        ([figure("X", 3, small="remainder")], linked.ContradictoryFlags, "numerator and a denominator"),
        (
            [figure("X", 3, span=(DAY[0], Q1[1]))],
            linked.BadFigures,
            "starts no later",
        ),
        ([figure("X", 3, area="nowhere")], linked.CategoryUnknown, "does not know: nowhere"),
        (
            [figure("X", 3, breakdown="sex=f;age=a")],
            linked.CategoryUnknown,
            "each dimension once and in order",
        ),
        ([figure("X", 3, earlier="maybe")], linked.BadFigures, "earlier is"),
        ([figure("X", 3, cost=-1.0)], linked.BadFigures, "costs 0 or more"),
    ]:
        with pytest.raises(error, match=words):
            build(rows)


def test_fractions_are_refused_by_name():
    halves = frame([figure("X", 3)]).with_columns(numerator=pl.lit(3.5))

    with pytest.raises(linked.NotACount, match="numerator is a whole number of 0 or more, or null: X, LKH"):
        linked.build(halves, areas=BOROUGH)


def test_hierarchies_with_circles_and_gaps_are_refused():
    circle = pl.DataFrame({"area": ["LKH", "A"], "parent": ["A", "LKH"]})
    gap = pl.DataFrame({"area": ["LKH", "A"], "parent": ["", "north"]})
    itself = pl.DataFrame({"dimension": ["age"], "value": ["old"], "part_of": ["old"]})

    with pytest.raises(linked.HierarchyBroken, match="area A is a part of itself"):
        build([figure("X", 3)], circle)
    with pytest.raises(linked.HierarchyBroken, match="area north has parts and no row of its own"):
        build([figure("X", 3)], gap)
    with pytest.raises(linked.HierarchyBroken, match="value of age old is a part of itself"):
        build([figure("X", 3)], groupings=itself)


def test_a_value_that_its_dimension_does_not_know_is_refused():
    groupings = pl.DataFrame({"dimension": ["sex", "sex"], "value": ["f", "m"], "part_of": ["", ""]})

    with pytest.raises(linked.CategoryUnknown, match="sex=x is in no grouping of sex: write one of f, m"):
        build([figure("X", 3, breakdown="sex=x")], groupings=groupings)
