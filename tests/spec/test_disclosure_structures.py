"""Linked tables by structure: teams in services in directorates, and actions counted in parts.

Counts of 1 to 5 are small and zeros are printed, as in Children in need. Every figure of every table is
printed that need not be hidden, sums included. Two things are asked of what is hidden: that an outsider with
all that is printed, the rule and a computer works out no small count, and that the proof holds, by addition.
"""

from itertools import product

import polars as pl

from goldenthread.methods.disclosure import attack, witness
from goldenthread.methods.disclosure.protect import protect
from goldenthread.methods.disclosure.protection import Level
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.linked_figures import borough_of, build, figure
from tests.spec.worked import cells

TEAMS = """
| directorate | service  | team       | under 10, girls | under 10, boys | 10 to 17, girls | 10 to 17, boys |
|-------------|----------|------------|-----------------|----------------|-----------------|----------------|
| children    | safety   | duty       | 14              | 17             | 9               | 12             |
| children    | safety   | assessment | 8               | 3              | 11              | 7              |
| children    | care     | placements | 6               | 10             | 2               | 9              |
| children    | care     | leaving    | 0               | 0              | 21              | 18             |
| learning    | inclusion| exclusions | 1               | 7              | 8               | 13             |
| learning    | inclusion| attendance | 12              | 16             | 15              | 19             |
"""
WHOLE = {"alder": 22, "birch": 18, "cedar": 11}
PARTS = {"advice": 31, "respite": 16, "grants": 4}
RESPITE = {"alder": 9, "birch": 3, "cedar": 4}


def small(count):
    """The word by which a figure is marked small."""
    return "numerator" if 1 <= count <= 5 else ""


def by_structure(text):
    """Every figure of the full cross, and directorates, services and teams as a hierarchy of areas."""
    header, *lines = cells(text)
    people = [
        ((*reversed(line[:3]), "council"), *column.split(", "), int(count))
        for line in lines
        for column, count in zip(header[3:], line[3:], strict=True)
    ]
    totals = {}
    for areas, age, sex, count in people:
        for area, of_age, of_sex in product(areas, ("", f"age={age}"), ("", f"sex={sex}")):
            key = area, ";".join(filter(None, (of_age, of_sex)))
            totals[key] = totals.get(key, 0) + count
    figures = [
        figure("CASES", count, area=area, breakdown=breakdown, small=small(count))
        for (area, breakdown), count in totals.items()
    ]
    edges = {edge for areas, *_ in people for edge in zip(areas, (*areas[1:], ""), strict=True)}
    return figures, pl.DataFrame(sorted(edges), schema=["area", "parent"], orient="row")


def opened(release, hidden):
    """What an outsider works out of what is not hidden, as (indicator, area, breakdown, count)."""
    found = attack.recovered(release.system, hidden)
    labels = release.labels.with_columns(count=pl.Series(release.system.counts))[found.tolist()]
    return sorted(labels.select("indicator", "area", "breakdown", "count").rows())


def protected(release):
    """What is hidden at the level witness, once its proof has been checked by addition."""
    made = protect(release.system, level=Level.WITNESS)
    names = release.labels.with_row_index()["index"].cast(pl.String).to_list()
    assert witness.faults(release.system, made, names.__getitem__) == []
    return made.hidden(release.system)


def names(release, hidden):
    """The figures that are hidden, as "RESPITE birch"."""
    labels = release.labels.filter(pl.Series(hidden)).select("indicator", "area", "breakdown").rows()
    return {" ".join(filter(None, label)) for label in labels}


def test_teams_in_services_in_directorates_by_age_and_sex():
    """Three counts of children are small: 3 in assessment, 2 in placements, 1 in exclusions. With these alone
    hidden, each is told several times over: by its team, its service, the other age and the other sex. All
    108 figures of teams, services, directorates and the council, by age, by sex and by both, are one system.
    """
    figures, areas = by_structure(TEAMS)
    release = build(figures, areas)

    assert len(figures) == len(release.system) == 108
    assert opened(release, release.system.is_(Role.PRIMARY)) == [
        ("CASES", "assessment", "age=under 10;sex=boys", 3),
        ("CASES", "exclusions", "age=under 10;sex=girls", 1),
        ("CASES", "placements", "age=10 to 17;sex=girls", 2),
    ]
    assert opened(release, protected(release)) == []


def test_an_action_in_parts_of_which_one_stands_in_another_table_too():
    """51 carers were helped: 31 by advice, 16 by respite, 4 by grants. The whole is printed by ward in a
    table of its own, and so is respite (9, 3 and 4). Protected each by itself, the table of parts hides
    grants and respite, and the table of respite prints its 16: 51 less 31 less 16 are the 4. As one, respite
    is hidden in both."""
    figures = [
        figure("ACTION", 51, cost=51.0),
        *(figure("ACTION", count, area=ward, cost=count) for ward, count in WHOLE.items()),
        *(
            figure("ACTION", count, breakdown=f"part={part}", small=small(count), cost=count)
            for part, count in PARTS.items()
        ),
        figure("RESPITE", 16, cost=16.0),
        *(
            figure("RESPITE", count, area=ward, small=small(count), cost=count)
            for ward, count in RESPITE.items()
        ),
    ]
    same = pl.DataFrame(
        {
            "indicator": ["ACTION"],
            "part": ["numerator"],
            "breakdown": ["part=respite"],
            "other_indicator": ["RESPITE"],
            "other_part": ["numerator"],
            "other_breakdown": [""],
        }
    )
    shared = [row for row in figures if row["numerator"] == 16]
    wards = borough_of(*WHOLE)
    apart, as_one = build(figures, wards), build(figures, wards, links=same)

    alone = names(apart, protected(apart))
    assert alone == {
        "ACTION LKH part=grants",
        "ACTION LKH part=respite",
        "RESPITE birch",
        "RESPITE cedar",
    }
    assert opened(as_one, as_one.system.is_(Role.PRIMARY)) == [("ACTION", "LKH", "part=grants", 4)]
    together = protected(as_one)
    in_action, in_respite = (as_one.rows["numerator"][figures.index(each)] for each in shared)
    assert in_action == in_respite
    assert together[in_action]
    assert opened(as_one, together) == []
