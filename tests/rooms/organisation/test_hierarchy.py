"""Hierarchy: which unit is part of which."""

from types import SimpleNamespace

import pytest

from goldenthread.organisation.hierarchy import Hierarchy, NoSuchUnit, UnitsGoRound


def unit(code, kind, parent="", order=0):
    return SimpleNamespace(code=code, name=code.title(), kind=kind, parent=parent, order=order)


COUNCIL = [
    unit("SMH", "council"),
    unit("RES", "directorate", "SMH", order=2),
    unit("HOU", "directorate", "SMH", order=1),
    unit("RES.revenues", "service", "RES"),
    unit("RES.customer", "service", "RES"),
    unit("RES.customer.desk", "team", "RES.customer"),
]


def test_a_team_lies_in_its_service_and_in_its_directorate():
    units = Hierarchy.of(COUNCIL)
    assert units.at("RES.customer.desk", "service") == "RES.customer"
    assert units.at("RES.customer.desk", "directorate") == "RES"
    assert units.at("RES", "service") == ""
    assert units.at("", "directorate") == ""


def test_a_directorate_holds_everything_below_it():
    assert Hierarchy.of(COUNCIL).within("RES") == {"RES", "RES.revenues", "RES.customer", "RES.customer.desk"}


def test_each_unit_is_followed_by_what_is_below_it():
    assert [unit.code for unit in Hierarchy.of(COUNCIL).in_order()] == [
        "SMH",
        "HOU",
        "RES",
        "RES.customer",
        "RES.customer.desk",
        "RES.revenues",
    ]


def test_a_unit_cannot_be_above_itself():
    with pytest.raises(UnitsGoRound, match="change the parent"):
        Hierarchy.of([unit("A", "council", "B"), unit("B", "directorate", "A")])


def test_an_unknown_unit_is_met_with_those_there_are():
    with pytest.raises(NoSuchUnit, match="HOU, RES"):
        Hierarchy.of(COUNCIL).unit("XYZ")
