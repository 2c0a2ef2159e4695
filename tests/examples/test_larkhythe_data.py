"""Larkhythe's figures come out as the borough is described: every count, bracket and date."""

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from examples.larkhythe.make_returns import peers, people
from examples.larkhythe.make_returns.places import BY_NAME, WARDS
from goldenthread.methods import periods
from tests.examples import reckoning
from tests.examples.reckoning import FREEZE, FREEZE_Q1, LATER

Q1, Q2, Q2_BEFORE = "2023-24-Q1", "2023-24-Q2", "2022-23-Q2"
CODES = [row["id"] for row in reckoning.printed()]


def _number(cell):
    found = re.match(r"-?[\d,]+(?:\.\d+)?", cell)
    return Decimal(found[0].replace(",", "")) if found and cell != "-" else None


def _brackets(cell):
    found = re.search(r"\(([\d,]+)(?:/([\d,]+))?\)", cell)
    return [Fraction(part.replace(",", "")) for part in found.groups() if part] if found else []


@pytest.mark.parametrize(
    ("column", "report", "at"),
    [("q2_last_year", Q2_BEFORE, FREEZE), ("q1", Q1, FREEZE_Q1), ("q2_as_frozen", Q2, FREEZE)],
)
@pytest.mark.parametrize("row", reckoning.printed(), ids=lambda row: row["id"])
def test_each_figure_prints_as_described(row, column, report, at):
    cell, about = row[column], reckoning.definitions()[row["id"]]
    found = reckoning.value(row["id"], report, at)
    if (wanted := _number(cell)) is None:
        assert about.due or found is None
        return
    assert reckoning.rounded(found.exact, about.decimals) == wanted
    if "[p]" in cell:
        assert found.status == "provisional"
    if counts := _brackets(cell):
        behind = [found.numerator, found.denominator][: len(counts)]
        assert behind == counts


@pytest.mark.parametrize("row", reckoning.printed(), ids=lambda row: row["id"])
def test_each_rating_as_frozen(row):
    wanted = row["rating"].lower().removeprefix("not rated: ")

    assert reckoning.rating(row["id"], Q2, FREEZE) == wanted


@pytest.mark.parametrize("row", reckoning.printed(), ids=lambda row: row["id"])
def test_each_target_of_quarter_2_as_described(row):
    target = reckoning.target(row["id"], Q2, FREEZE)
    if row["target"] == "-":
        return
    if "-" in row["target"]:
        assert (f"{target.lower}-{target.upper}", f"{target.amber_lower}-{target.amber_upper}") == (
            row["target"],
            row["amber_to"],
        )
    elif target.lower is not None:
        assert (target.upper, target.amber_upper) == (_number(row["target"]), _number(row["amber_to"]))
    else:
        step = target.profile[reckoning.period_of(row["id"], Q2).code] if target.profile else target
        assert (step.target, step.amber_to) == (_number(row["target"]), _number(row["amber_to"]))


def _counts(at, codes=CODES):
    found = Counter(reckoning.rating(code, Q2, at) for code in codes)
    not_rated = sum(found[reason] for reason in ("not due", "awaited", "no target"))
    return found["green"], found["amber"], found["red"], not_rated


def test_the_counts_as_frozen_are_30_14_13_and_9():
    assert _counts(FREEZE) == (30, 14, 13, 9)
    reasons = Counter(reckoning.rating(code, Q2, FREEZE) for code in CODES)
    assert (reasons["not due"], reasons["awaited"], reasons["no target"]) == (4, 3, 2)


@pytest.mark.parametrize(
    ("priority", "counts"), [("RF", (9, 7, 6, 2)), ("CS", (9, 3, 2, 3)), ("SN", (12, 4, 5, 4))]
)
def test_the_counts_by_priority(priority, counts):
    codes = [code for code, about in reckoning.definitions().items() if about.priority == priority]

    assert _counts(FREEZE, codes) == counts


@pytest.mark.parametrize(
    ("directorate", "counts"),
    [
        ("RES", (7, 5, 4, 1)),
        ("PLA", (10, 3, 2, 4)),
        ("HOU", (2, 2, 4, 1)),
        ("CHI", (6, 3, 2, 3)),
        ("ADU", (5, 1, 1, 0)),
    ],
)
def test_the_counts_by_directorate(directorate, counts):
    codes = [
        code
        for code, about in reckoning.definitions().items()
        if about.unit_code.startswith(f"{directorate}.")
    ]

    assert _counts(FREEZE, codes) == counts


def test_directorates_and_priorities_are_those_described():
    described = {row["id"]: (row["directorate"], row["priority"]) for row in reckoning.printed()}
    defined = {code: (about.unit_code[:3], about.priority) for code, about in reckoning.definitions().items()}

    assert defined == described


def test_six_are_rated_on_an_earlier_period():
    in_arrears = {code for code, about in reckoning.definitions().items() if about.arrears_months}

    assert in_arrears == {"ENV01", "ENV02", "HWY04", "CSC13", "PH01", "PH03"}


def test_as_now_known_on_30_november_the_counts_are_32_15_12_and_7():
    assert _counts(LATER) == (32, 15, 12, 7)
    moved = {code: reckoning.rating(code, Q2, LATER) for code in CODES}
    before = {code: reckoning.rating(code, Q2, FREEZE) for code in CODES}
    assert {code: (before[code], moved[code]) for code in CODES if before[code] != moved[code]} == {
        "PLN02": ("awaited", "green"),
        "CUS01": ("green", "amber"),
        "ENV05": ("red", "amber"),
        "CSC01": ("amber", "green"),
        "EDU05": ("awaited", "green"),
    }


@pytest.mark.parametrize(
    ("code", "before", "at", "printed", "counts"),
    [
        ("PLN02", "2023-11-14T23:59", "2023-11-15T23:59", "91.8", None),
        ("CUS01", "2023-11-15T23:59", "2023-11-16T23:59", "88.6", (497, 561)),
        ("HOU01", "2023-11-15T23:59", "2023-11-16T23:59", "1171", None),
        ("ENV05", "2023-11-15T23:59", "2023-11-16T23:59", "1829", None),
        ("HOU15", "2023-11-19T23:59", "2023-11-20T23:59", "88.0", (3146, 3575)),
        ("CSC01", "2023-11-23T23:59", "2023-11-24T23:59", "85.4", (502, 588)),
        ("ENV01", "2023-11-29T23:59", "2023-11-30T23:59", "38.9", None),
        ("EDU05", "2023-11-29T23:59", "2023-11-30T23:59", "68.9", None),
        ("HR01", "2023-10-23T23:59", "2023-10-24T23:59", "8.9", None),
    ],
)
def test_what_became_known_and_when(code, before, at, printed, counts):
    earlier, found = reckoning.value(code, Q2, before), reckoning.value(code, Q2, at)

    assert reckoning.rounded(found.exact, reckoning.definitions()[code].decimals) == Decimal(printed)
    assert earlier is None or earlier.exact != found.exact
    if counts:
        assert (found.numerator, found.denominator) == counts


def test_sickness_was_8_7_before_the_late_entries():
    assert reckoning.rounded(reckoning.value("HR01", Q2, "2023-10-20T12:00").exact, 1) == Decimal("8.7")


def test_repairs_rest_on_two_of_three_months_at_the_freeze_and_then_stand_on_the_limit():
    at_freeze, later = (reckoning.value("HOU15", Q2, at) for at in (FREEZE, LATER))

    assert (at_freeze.numerator, at_freeze.denominator, at_freeze.parts) == (2134, 2400, 2)
    assert (later.exact, later.parts) == (88, 3)


@pytest.mark.parametrize(
    ("code", "october", "november"),
    [
        ("CSC01", "86.0", "86.8"),
        ("HOU01", "1183", "1196"),
        ("CUS01", "89.1", "90.4"),
        ("ENV05", "588", "541"),
    ],
)
def test_the_latest_months(code, october, november):
    latest = reckoning.known("2023-12-31T00:00")
    months = ("at2023-10-31", "at2023-11-30") if code == "HOU01" else ("2023-10", "2023-11")
    found = [reckoning.made_of(code, [latest[code, month, "LKH", ()]]).exact for month in months]

    places = reckoning.definitions()[code].decimals
    assert [reckoning.rounded(value, places) for value in found] == [Decimal(october), Decimal(november)]


def test_the_second_quarter_of_recycling_comes_with_the_final_first():
    found = reckoning.known(LATER)["ENV01", "2023-24-Q2", "LKH", ()]
    final = reckoning.known(LATER)["ENV01", "2023-24-Q1", "LKH", ()]

    value = reckoning.made_of("ENV01", [found])
    assert (reckoning.rounded(value.exact, 1), found.status, final.status) == (
        Decimal("39.2"),
        "provisional",
        "revised",
    )


def test_actions_as_reported_and_by_adopted_action():
    rank = ["complete", "green", "amber", "red"]
    quarter_1 = reckoning.progress("2023-06-30", FREEZE_Q1)
    quarter_2 = reckoning.progress("2023-09-30", FREEZE)
    adopted = {}
    for line, status in quarter_2.items():
        parent = line[:2]
        adopted[parent] = max(adopted.get(parent, "complete"), status, key=rank.index)

    assert Counter(quarter_1.values()) == {"green": 20, "amber": 7}
    assert Counter(quarter_2.values()) == {"complete": 4, "green": 14, "amber": 6, "red": 3}
    assert Counter(adopted.values()) == {"complete": 3, "green": 12, "amber": 6, "red": 3}
    assert (quarter_2["C8"], quarter_2["C9"]) == ("green", "amber")


def test_an_order_in_force_from_12_october_is_complete_only_from_then():
    assert reckoning.progress("2023-10-31", FREEZE)["C8"] == "complete"


def test_reviews_of_long_term_clients_fell_four_quarters_running():
    quarters = [Q2_BEFORE, "2022-23-Q3", "2022-23-Q4", Q1, Q2]
    found = [reckoning.rounded(reckoning.value("ASC08", quarter, FREEZE).exact, 1) for quarter in quarters]

    assert [str(value) for value in found] == ["74.8", "73.4", "71.9", "69.5", "66.2"]


def test_annual_reviews_fell_for_the_third_quarter():
    quarters = [Q2_BEFORE, "2022-23-Q3", "2022-23-Q4", Q1, Q2]
    found = [reckoning.value("EDU02", quarter, FREEZE).exact for quarter in quarters]

    assert found[0] < found[1] > found[2] > found[3] > found[4]


def test_the_lowered_target_is_what_makes_plans_green():
    result = reckoning.value("EDU01", Q2, FREEZE).exact
    old = reckoning.target("EDU01", Q1, FREEZE)

    assert (old.target, old.amber_to) == (70, 65)
    assert result >= reckoning.target("EDU01", Q2, FREEZE).target
    assert result < old.amber_to


def _wards(code, months):
    known = reckoning.known(FREEZE)
    return {
        ward.name: reckoning.made_of(code, [known[code, month, ward.code, ()] for month in months])
        for ward in WARDS
    }


def test_one_ward_hides_behind_the_borough():
    months = ("2023-07", "2023-08", "2023-09")
    found = _wards("ENV07", months)
    quay, pits = found["Windlass Quay"], found["Marl Pits"]
    others = [value for name, value in found.items() if name != "Windlass Quay"]

    assert (reckoning.rounded(quay.exact, 1), quay.denominator) == (Decimal("6.1"), 92)
    assert (reckoning.rounded(pits.exact, 1), pits.denominator) == (Decimal("3.0"), 8)
    rest = sum(value.numerator for value in others) / sum(value.denominator for value in others)
    assert (reckoning.rounded(rest, 1), len(others)) == (Decimal("1.5"), 21)


def test_it_has_been_so_for_four_months_and_not_before():
    found = {
        month: _wards("ENV07", [month])["Windlass Quay"].exact
        for month in ("2023-04", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09")
    }

    assert [month for month, days in found.items() if days > 5] == [
        "2023-06",
        "2023-07",
        "2023-08",
        "2023-09",
    ]


def test_small_numbers_by_ward():
    known = reckoning.known(FREEZE)
    counts = {
        name: (
            known["CSC01", Q2, BY_NAME[name].code, ()].denominator,
            known["CSC01", Q2, BY_NAME[name].code, ()].numerator,
        )
        for name in ("Gorse Hollow", "Quarry End")
    }

    assert counts == {"Gorse Hollow": ("3", "2"), "Quarry End": ("4", "4")}


def _groups(code, period, dimension):
    return {
        cut[0][1]: figure
        for (of, when, _, cut), figure in reckoning.known(FREEZE).items()
        if (of, when) == (code, period) and cut and cut[0][0] == dimension
    }


def test_exclusions_by_ethnic_group():
    found = _groups("EDU03", "acytd-2023-08", "ethnicity")

    assert sorted((int(figure.numerator) for figure in found.values()), reverse=True) == [9, 6, 4, 3, 1]


def test_the_gap_in_direct_payments():
    found = _groups("ASC07", "at2023-09-30", "ethnicity")
    shares = {group: round(100 * int(f.numerator) / int(f.denominator)) for group, f in found.items()}

    assert (shares["white-british"], shares["asian"]) == (31, 21)


@pytest.mark.parametrize("at", [FREEZE, LATER])
def test_every_breakdown_adds_up_to_its_headline(at):
    known = reckoning.known(at)
    by_cut = {}
    for (code, period, area, cut), figure in known.items():
        if area not in peers.COUNCILS and (cut or area != "LKH"):
            by_cut.setdefault((code, period, cut[0][0] if cut else "ward"), []).append(figure)
    wrong = []
    for (code, period, dimension), parts in by_cut.items():
        whole = known.get((code, period, "LKH", ())) or _months_added(known, code, period)
        for field in ("value", "numerator", "denominator"):
            total = sum(Fraction(getattr(part, field) or 0) for part in parts)
            if total != Fraction(getattr(whole, field) or 0):
                wrong.append((code, period, dimension, field))

    assert wrong == []


def _months_added(known, code, quarter):
    months = [known[code, month, "LKH", ()] for month in periods.months(periods.parse(quarter))]
    return months[0].restated(
        numerator=str(sum(int(figure.numerator) for figure in months)),
        denominator=str(sum(int(figure.denominator) for figure in months)),
    )


def test_at_least_fifteen_indicators_are_broken_down():
    by_dimension = Counter()
    codes = set()
    for code, _, area, cut in reckoning.known(FREEZE):
        if cut or area != "LKH":
            codes.add(code)
            by_dimension[cut[0][0] if cut else "ward"] += 1

    assert len(codes) >= 15
    assert {"ward", "age", "sex", "ethnicity", "disability"} <= set(by_dimension)
    assert set(people.CUTS) <= codes


def test_history_begins_in_april_2020_and_shows_the_pandemic():
    known = reckoning.known(FREEZE)
    starts = {
        code: min(periods.parse(period).end for of, period, *_ in known if of == code) for code in CODES
    }

    assert all(start.year <= 2021 for code, start in starts.items() if code not in ("EDU05",))
    assert (
        int(known["CUL01", "2020-04", "LKH", ()].value)
        < 1000
        < int(known["CUL01", "2022-04", "LKH", ()].value)
    )
    assert "pandemic" in known["CUL01", "2020-04", "LKH", ()].note
    assert known["EDU05", "ac2019-20", "LKH", ()].is_missing
    assert known["EDU03", "acytd-2021-03", "LKH", ()].is_missing


def test_no_figure_is_known_before_its_period_has_ended():
    early = [
        (delivery.file, figure)
        for delivery in reckoning.delivered()
        for figure in delivery.figures
        if delivery.known(figure)[:10] <= str(periods.parse(figure.period).end)
    ]

    assert early == []


def test_51_of_66_were_in_on_time_and_60_by_27_october():
    def are_in(at):
        return sum(_is_in(code, at) for code in CODES)

    assert (are_in("2023-10-20T23:59"), are_in("2023-10-27T23:59")) == (51, 60)


def _is_in(code, at):
    """Whether what was owed for quarter 2 is there, whole; nothing is owed for what is not due."""
    about = reckoning.definitions()[code]
    if about.due and "Q2" not in about.due:
        return True
    found = reckoning.value(code, Q2, at)
    whole = reckoning.value(code, Q2, "2023-12-31T00:00")
    return found is not None and found.parts == whole.parts
