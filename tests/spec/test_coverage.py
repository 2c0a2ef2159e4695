"""Coverage guard: every corporate indicator stands on a directorate and a service scorecard."""

from goldenthread.scorecards import coverage


def layout(kind: str, code: str, *lines: str) -> dict[str, object]:
    return {"level": kind, "code": code, "sections": [{"title": "All", "lines": list(lines)}]}


CORPORATE = layout("corporate", "corporate", "CUS01", "ENV01")
PLACE = layout("directorate", "directorate.PLA", "ENV01")
RESOURCES = layout("directorate", "directorate.RES", "CUS01", "HR01")
WASTE = layout("service", "service.PLA.waste", "ENV01")
CUSTOMER = layout("service", "service.RES.customer", "CUS01")


def test_complete_when_each_indicator_stands_on_both():
    """The guard is satisfied when every corporate indicator is on a directorate and a service scorecard."""
    proof = coverage.guard([CORPORATE, PLACE, RESOURCES, WASTE, CUSTOMER])
    assert proof.is_complete
    assert proof.stands_on["CUS01"] == {
        "directorate": ("directorate.RES",),
        "service": ("service.RES.customer",),
    }
    assert proof.in_words() == "All 2 corporate indicators stand on a directorate and a service scorecard."


def test_an_orphan_is_named_with_what_it_is_missing_from():
    """An indicator that no service looks at is an orphan, and the guard says so by name."""
    proof = coverage.guard([CORPORATE, PLACE, RESOURCES, WASTE])
    assert proof.orphans == (("CUS01", "service"),)
    assert proof.in_words() == "1 of 2 corporate indicators are orphans: CUS01 is on no service scorecard."


def test_a_kind_of_scorecard_that_has_none_of_them_is_named_once():
    """Where no service has a scorecard at all, that is one fact, not one for each indicator."""
    proof = coverage.guard([CORPORATE, PLACE, RESOURCES])
    assert proof.in_words() == (
        "2 of 2 corporate indicators are orphans: none stands on a service scorecard."
    )


def test_a_local_measure_is_no_orphan():
    """A measure on a directorate scorecard alone is that directorate's own business."""
    assert "HR01" not in coverage.guard([CORPORATE, RESOURCES]).stands_on
