"""Beside the position: what has become known since, as it may leave."""

from goldenthread.disclosure import beside, gate
from goldenthread.positions.changes import Change
from tests.rooms.reports import smallham


def cleared(*changes, **sealed):
    return beside.changes(changes, gate.for_publication(smallham.sealed(**sealed))).lines


def lines():
    return {line["indicator"]: line for line in smallham.indicators()}


def test_which_way_a_hidden_rating_moved_is_not_told():
    """Where the colour of a hidden figure is hidden too, neither a word nor its place in the list tells."""
    now = {**lines()["B2"], "target": 98.0, "rating": "amber"}
    worse = {**now, "value": 97.241, "numerator": 141.0, "rating": "red"}
    a1 = lines()["A1"]
    fell = Change("worsened", "A1", a1, {**a1, "value": 88.6, "rating": "amber"}, "15 cases had no reply")
    told = cleared(Change("improved", "B2", now, worse), fell, indicator=(now, a1))
    assert [(change["indicator"], change["kind"]) for change in told] == [
        ("A1", "worsened"),
        ("B2", "restated"),
    ]
    assert (told[1]["old"]["rating"], told[1]["new"]["rating"]) == (None, None)


def test_why_a_figure_on_people_changed_may_count_nobody():
    b1 = lines()["B1"]
    new = {**b1, "value": 1171.0}
    told = cleared(Change("restated", "B1", b1, new, "three families were put back"))
    assert told[0]["why"] == gate.WITHHELD
    assert cleared(Change("restated", "B1", b1, new, "late cancellations"))[0]["why"] == "late cancellations"


def test_words_of_a_form_are_withheld_one_by_one_each_with_a_decision():
    """ "Two siblings moved twice" in the summary goes; the law in a standing text stays as it is."""
    given = {
        "summary": "Two siblings moved twice.",
        "standing text legal 1": "Section 3 of the Children Act.",
    }
    told = beside.answers(given, gate.for_publication(smallham.sealed()))
    assert {line["place"]: line["words"] for line in told.lines} == {**given, "summary": gate.WITHHELD}
    assert [(each.subject, each.what, each.why) for each in told.decisions] == [
        ("summary", "covering report", gate.FEW)
    ]
