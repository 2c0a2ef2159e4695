"""A figure that the gate has not let through reaches no file, whoever puts it into the material."""

from dataclasses import replace

from goldenthread.publication import rendering
from tests.rooms.reports import groups, smallham

REFUSED = "NotProtected"


def refused(made):
    return {failure.part for failure in made.failures if failure.why.startswith(REFUSED)}


def with_indicator(code, **said):
    """Smallham after the gate, with another figure put into a line behind its back."""
    plain = smallham.material()
    lines = tuple(
        {**line, **said} if line["indicator"] == code else line for line in plain.now.sealed.of("indicator")
    )
    sealed = replace(plain.now.sealed, lines={**plain.now.sealed.lines, "indicator": lines})
    return replace(plain, now=replace(plain.now, sealed=sealed))


def test_what_passed_the_gate_is_written():
    assert rendering.render(smallham.material()).failures == ()


def test_a_figure_put_in_behind_the_gate_is_refused_in_every_paper_that_prints_it():
    made = rendering.render(with_indicator("A1", value=93.75))

    assert {"open data", "the corporate scorecard", "the receipts"} <= refused(made)
    assert not [path for path in made.files if path.startswith("appendix-2")]
    assert b"93.8%" not in b"".join(made.files.values())


def test_a_hidden_figure_that_is_put_back_is_refused():
    """B2 counts 142 of 145, which leaves three out."""
    made = rendering.render(with_indicator("B2", value=97.931, hidden=False))

    assert {"open data", "the corporate scorecard", "the receipts"} <= refused(made)


def test_breakdowns_that_the_gate_has_not_seen_make_no_appendix():
    made = rendering.render(groups.material(groups.group("A1", "white", 95.0, 100.0)))

    assert {"open data", "the equality appendix"} <= refused(made)
    assert not [path for path in made.files if "breakdowns" in path]
