"""One decision: a figure that is hidden is so wherever it stands, and one that is shown is shown there."""

import pytest

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.printed import Printed
from tests.rooms.disclosure.quarters import line, sealed

JUNE, SEPTEMBER = "at2023-06-30", "at2023-09-30"


def everywhere(count):
    """June's figure as September tells it (held against, and in the history), as June did, as now known."""
    numbers = {"value": count, "numerator": None, "denominator": None}
    of_june = {f"previous_{name}": number for name, number in numbers.items()}
    point = {"period": JUNE, "target": None, **numbers}
    now = sealed(
        line("HOU01", SEPTEMBER, 30, previous_period=JUNE, history=[point], **of_june), period="2023-24-Q2"
    )
    before = sealed(line("HOU01", JUNE, count), period="2023-24-Q1")
    restated = (line("HOU01", JUNE, count),)
    passed = gate.clear(Printed(now, before, restated=restated))
    (told,) = gate.position(now, passed).sealed.of("indicator")
    (earlier,) = gate.position(before, passed).sealed.of("indicator")
    known = gate.through(restated[0], "restated/0", passed)
    return [told["previous_value"], told["history"][0]["value"], earlier["value"], known["value"]]


@pytest.mark.parametrize(("count", "said"), [(4, None), (14, 14)])
def test_one_figure_is_the_same_in_every_place(count, said):
    assert everywhere(count) == [said] * 4


def test_one_figure_is_one_line_of_the_decision_log():
    given = sealed(line("HOU01", JUNE, 4), period="2023-24-Q1")
    passed = gate.clear(Printed(sealed(line("HOU01", SEPTEMBER, 30)), given))
    gone = passed.draft.stated.filter("hidden")
    assert gone.select("indicator", "period", "why").rows() == [("HOU01", JUNE, "few")]
