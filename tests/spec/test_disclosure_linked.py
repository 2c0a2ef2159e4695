"""Linked figures: what one published figure says about another, case by case.

Source: the borough's own cases; the rule is that of the published conventions for counts of people, 1 to 5.
What adds up or can be taken from each other is one system; whatever of it is out already is known.
"""

from datetime import date

import polars as pl

from tests.methods.disclosure.linked_figures import (
    Q1,
    Q2,
    TO_SEPTEMBER,
    YEAR_TO_JUNE,
    YEAR_TO_SEPTEMBER,
    borough_of,
    build,
    cell,
    figure,
    given_away,
)

PEOPLE = 164_900
TO_LAST_SEPTEMBER = date(2022, 9, 30)


def test_the_year_to_date_less_the_quarter_before_it_is_the_quarter():
    """4 admissions to June were hidden, 7 to September are shown: whoever printed July to September alone
    (3) would print June's 4 too."""
    figures = [
        figure("ASC02", 4, PEOPLE, span=Q1, small="numerator", earlier="hidden"),
        figure("ASC02", 7, PEOPLE, span=TO_SEPTEMBER),
    ]
    quarter_alone = figure("ASC02", 3, PEOPLE, span=Q2, small="numerator", is_printed=False)
    printed = figure("ASC02", 3, PEOPLE, span=Q2)

    assert given_away(build([*figures, quarter_alone])) == []
    assert given_away(build([*figures, printed])) == [("ASC02", "numerator", "LKH", "", 4)]


def test_a_quarter_that_nobody_holds_is_found_between_two_figures_to_date():
    """Nobody holds July to September; it is 7 less 4 all the same, and has a cell."""
    release = build(
        [
            figure("ASC02", 4, PEOPLE, span=Q1, small="numerator"),
            figure("ASC02", 7, PEOPLE, span=TO_SEPTEMBER),
        ]
    )
    between = cell(release, "ASC02", span=Q2, kind="elementary")

    assert release.system.counts[between] == 3
    assert "ASC02 denominator: longer stretches are not the sum of shorter ones" in release.notes[0]


def test_twelve_months_are_shown_while_the_quarter_alone_is_not():
    """21 of 214 in twelve months; of these 4 in the quarter. The nine months before would give the 4 away."""
    nine_months = (YEAR_TO_SEPTEMBER[0], YEAR_TO_JUNE[1])
    figures = [
        figure("CSC05", 21, 214, span=YEAR_TO_SEPTEMBER),
        figure("CSC05", 4, 52, span=Q2, small="numerator", is_printed=False),
    ]
    before = figure("CSC05", 22, 216, span=YEAR_TO_JUNE, earlier="shown")
    rest = figure("CSC05", 17, 162, span=nine_months)

    assert given_away(build([*figures, before])) == []
    assert given_away(build([*figures, before, rest])) == [("CSC05", "numerator", "LKH", "", 4)]


def test_a_denominator_and_its_numerator_tell_who_is_left_out():
    """142 of 145 care leavers are in suitable accommodation: 3 are not, so one of the two numbers must go."""
    release = build([figure("CSC10", 142, 145, small="remainder", complements=True)])

    assert given_away(release) == [("CSC10", "remainder", "LKH", "", 3)]
    assert given_away(release, cell(release, "CSC10")) == []


def test_hiding_one_of_five_parts_is_not_enough():
    """23 exclusions by ethnic group: 9, 6, 4, 3 and 1. Three hidden cells protect each other in their sum of
    8; a sum of two groups that is printed beside them gives the third away."""
    groups = zip(("white-british", "black", "mixed", "asian", "other"), (9, 6, 4, 3, 1), strict=True)
    parts = [
        figure("EDU03", count, breakdown=f"ethnicity={group}", small="numerator" if count <= 5 else "")
        for group, count in groups
    ]
    release = build([figure("EDU03", 23), *parts])
    only_one = build(
        [figure("EDU03", 23), *(row | {"primary_numerator": row["numerator"] == 1} for row in parts)]
    )

    assert given_away(release) == []
    assert given_away(only_one) == [("EDU03", "numerator", "LKH", "ethnicity=other", 1)]


def test_wards_with_few_assessments_are_told_by_the_others():
    """Gorse Hollow 2 of 3 in time, Quarry End 4 of 4: with the borough and the other wards printed, two
    hidden wards protect each other; one alone would not be protected."""
    wards = borough_of("gorse-hollow", "quarry-end", "foxmoor", "saltings")
    borough = figure("CSC01", 78, 97)
    larger = [figure("CSC01", 40, 50, area="foxmoor"), figure("CSC01", 32, 40, area="saltings")]
    gorse = figure("CSC01", 2, 3, area="gorse-hollow", small="numerator denominator remainder")
    quarry = figure("CSC01", 4, 4, area="quarry-end", small="numerator denominator")
    open_quarry = figure("CSC01", 4, 4, area="quarry-end")

    assert given_away(build([borough, *larger, gorse, quarry], wards)) == []
    assert [row[1:] for row in given_away(build([borough, *larger, gorse, open_quarry], wards))] == [
        ("numerator", "gorse-hollow", "", 2),
        ("denominator", "gorse-hollow", "", 3),
        ("remainder", "gorse-hollow", "", 1),
    ]


def test_a_remainder_is_told_by_the_remainders_of_the_others():
    """The numerators of two wards are hidden and all denominators shown. Nobody in Quarry End was late, and
    if that is said anywhere (4 of 4), the 1 in Gorse Hollow follows."""
    wards = borough_of("gorse-hollow", "quarry-end")
    borough = figure("CSC01", 6, 7)
    gorse = figure("CSC01", 2, 3, area="gorse-hollow", small="remainder")
    quarry = figure("CSC01", 4, 4, area="quarry-end")
    release = build([borough, gorse, quarry], wards)
    both = [cell(release, "CSC01", area=ward) for ward in ("gorse-hollow", "quarry-end")]

    assert given_away(release, both[0]) == [("CSC01", "remainder", "gorse-hollow", "", 1)]
    assert given_away(release, *both) == []


def test_families_by_ward_with_the_boroughs_total():
    """19 families in bed and breakfast by ward: all but one count is 5 or less. The one that is not would
    give nothing away as long as two wards or more stay hidden beside it."""
    counts = {
        "larkhythe-town": 6,
        "kiln-common": 4,
        "old-ropery": 4,
        "tallow-street": 3,
        "foxmoor": 2,
        "saltings": 0,
    }
    wards = borough_of(*counts)
    rows = [
        figure("HOU03", count, area=ward, small="numerator" if 1 <= count <= 5 else "")
        for ward, count in counts.items()
    ]
    release = build([figure("HOU03", 19, keep=True), *rows], wards)

    assert given_away(release) == []
    assert release.system.roles[cell(release, "HOU03", area="saltings")] == 0
    assert release.system.roles[cell(release, "HOU03")] == 0


def test_wards_make_areas_and_areas_the_borough():
    """North has two wards, South one. 3 in Alder are hidden: North less Birch would tell them, and so would
    the borough less South, less Birch."""
    areas = pl.DataFrame(
        {
            "area": ["LKH", "north", "south", "alder", "birch", "cedar"],
            "parent": ["", "LKH", "LKH", "north", "north", "south"],
        }
    )
    counts = {"LKH": 40, "south": 15, "birch": 22, "cedar": 15}
    shown = [figure("CSC01", count, area=area) for area, count in counts.items()]
    north = figure("CSC01", 25, area="north")
    alder = figure("CSC01", 3, area="alder", small="numerator")
    release = build([*shown, north, alder], areas)
    hidden_north = cell(release, "CSC01", area="north")
    hidden_birch = cell(release, "CSC01", area="birch")

    told = [("CSC01", "numerator", "alder", "", 3)]
    assert given_away(release) == told
    assert given_away(release, hidden_north) == told
    assert given_away(release, hidden_birch) == []


def test_one_count_under_two_indicators_is_one_cell():
    """CSC09 and CSC10 are both of the 145 care leavers on one list: hidden in one, hidden in both, if the
    council says so."""
    rows = [
        figure("CSC09", 85, 145, small="denominator"),
        figure("CSC10", 142, 145, small="denominator"),
    ]
    links = pl.DataFrame(
        {
            "indicator": ["CSC09"],
            "part": ["denominator"],
            "other_indicator": ["CSC10"],
            "other_part": ["denominator"],
        }
    )
    one, two = build(rows, links=links), build(rows)

    assert cell(one, "CSC09", "denominator") == one.rows["denominator"][0] == one.rows["denominator"][1]
    assert two.rows["denominator"][0] != two.rows["denominator"][1]


def test_twelve_months_less_the_twelve_before_are_two_quarters():
    """25 to September less 22 to June: this July to September has 3 more than last year's. With last year's 2
    printed, this year's 5 follow, though nobody has printed them."""
    last_year = (YEAR_TO_JUNE[0], TO_LAST_SEPTEMBER)
    figures = [
        figure("CSC05", 25, span=YEAR_TO_SEPTEMBER),
        figure("CSC05", 22, span=YEAR_TO_JUNE),
        figure("CSC05", 5, span=Q2, small="numerator", is_printed=False),
    ]
    hidden = figure("CSC05", 2, span=last_year, small="numerator", is_printed=False)
    printed = figure("CSC05", 2, span=last_year)

    assert given_away(build([*figures, hidden])) == []
    assert given_away(build([*figures, printed])) == [("CSC05", "numerator", "LKH", "", 5)]


def test_what_an_earlier_release_showed_is_known_and_what_it_hid_stays_hidden():
    """7 to September are out. 4 to June were hidden then: whoever prints July to September now gives them
    away, and no choice is left but to hide the quarter."""
    figures = [
        figure("ASC02", 7, span=TO_SEPTEMBER, earlier="shown"),
        figure("ASC02", 4, span=Q1, small="numerator", earlier="hidden", is_printed=False),
        figure("ASC02", 3, span=Q2),
    ]
    release = build(figures)
    quarter = cell(release, "ASC02", span=Q2)

    assert given_away(release) == [("ASC02", "numerator", "LKH", "", 4)]
    assert given_away(release, quarter) == []
    assert release.system.roles[cell(release, "ASC02", span=TO_SEPTEMBER)] == 0
