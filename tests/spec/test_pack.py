"""The pack: what the papers of a frozen quarter say, and how they can be checked.

The examples stand on Smallham, a small council made up for them: eight indicators, three adopted actions.
"""

from goldenthread.disclosure import beside, gate
from goldenthread.documents import content as c
from goldenthread.publication import folder, rendering, verify
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.parts import picked
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import reading, smallham
from tests.spec.worked import examples


@examples("""
| rating_in_q1 | rating_in_q2 | figure_since_q1 | stands_among   |
|--------------|--------------|-----------------|----------------|
| amber        | green        | improving       | three improved |
| red          | green        | worsening       | none           |
| green        | green        | improving       | three improved |
| green        | red          | worsening       | three worsened |
| green        | green        | steady          | none           |
""")
def test_three_that_improved_are_chosen_by_rule(rating_in_q1, rating_in_q2, figure_since_q1, stands_among):
    """The figure itself must be better: a rating that rose because its target was lowered does not count."""
    line = smallham.indicator("A1", rating=rating_in_q2, trend_previous=figure_since_q1)
    before = smallham.before()
    earlier = tuple(
        {**each, "rating": rating_in_q1} if each["indicator"] == "A1" else each
        for each in before.of("indicator")
    )
    material = smallham.material(
        sealed=smallham.sealed(indicator=(line,)),
        previous=gate.for_publication(smallham.sealed("2023-24-Q1", indicator=earlier)),
        changes=NOTHING,
        latest=NOTHING,
    )
    found = picked.three_of_each(quarter.of(material))
    among = {"three improved": found.improved, "three worsened": found.worsened}
    assert [name for name, picks in among.items() if picks] == (
        [] if stands_among == "none" else [stands_among]
    )


@examples("""
| view         | known_on    | green | amber | red | not_rated |
|--------------|-------------|-------|-------|-----|-----------|
| As frozen    | 10 November | 3     | 1     | 2   | 2         |
| As now known | 30 November | 3     | 2     | 2   | 1         |
""")
def test_as_frozen_and_as_now_known_are_never_mixed(view, known_on, green, amber, red, not_rated):
    """Since the freeze one green figure became amber and an awaited one arrived: the frozen counts stay."""
    table = reading.tables(reading.report(smallham.material()))["since-counts"]
    shown = {c.words(each.header): [c.words(cell) for cell in each.cells] for each in table.rows()}
    assert shown[f"{view} ({known_on} 2023)"] == [green, amber, red, not_rated, "8"]


@examples("""
| counted           | complete | green | amber | red | complete_or_green |
|-------------------|----------|-------|-------|-----|-------------------|
| By line           | 1        | 1     | 1     | 1   | 2 of 4 (50.0%)    |
| By adopted action | 0        | 1     | 1     | 1   | 1 of 3 (33.3%)    |
""")
def test_a_split_action_is_counted_both_ways(counted, complete, green, amber, red, complete_or_green):
    """One part of R2 is complete and one is red: two lines, but one adopted action, and that one is red."""
    table = reading.tables(reading.report(smallham.material()))["reconciliation-counts"]
    (found,) = [each for each in table.rows() if c.words(each.header).startswith(counted)]
    *shown, total, share = map(c.words, found.cells)
    assert (shown, share) == ([complete, green, amber, red], complete_or_green)
    assert total == str(sum(map(int, shown)))


def test_every_red_answers_for_itself():
    """A red without a key challenge is named in the report; it cannot be passed over."""
    now = gate.for_publication(smallham.sealed())
    one_challenge = beside.challenges(smallham.challenges()[1:], now)
    said = reading.paragraphs(reading.report(smallham.material(challenges=one_challenge)))
    (without,) = [text for text in said if text.endswith("have no key challenge: none was given for them.")]
    assert without.startswith("A4 Measure A4 and R2b ")
    assert "The red here belongs to a key challenge." in said


@examples("""
| column          | says                              |
|-----------------|-----------------------------------|
| Q1              | 95.2%                             |
| Q2 result       | [c] hidden to protect individuals |
| Q2 target       | 90.0% (amber to 85.0%)            |
| Status          | Green                             |
| Against Q1      | [c] hidden                        |
""")
def test_a_hidden_figure_says_so_in_every_cell_that_would_tell_it(column, says):
    """142 of 145: three are left out. The earlier figure, and a rating all hidden values share, stay."""
    card = reading.tables(reading.papers(smallham.material())["appendix-2-corporate-scorecard"])["lines"]
    assert reading.row(card, "B2")[column] == says


def test_a_pack_shows_whether_it_was_touched(tmp_path):
    """The manifest holds the hash of every file: one changed figure in one file is found and named."""
    made = rendering.render(smallham.material())
    folder.replace(tmp_path / "pack", made.files)
    assert verify.faults(tmp_path / "pack") == []
    paper = tmp_path / "pack" / "appendix-2-corporate-scorecard.html"
    paper.write_text(paper.read_text().replace("70.0%", "90.0%"))
    assert verify.faults(tmp_path / "pack") == [
        "appendix-2-corporate-scorecard.html was changed after it was written"
    ]


def test_the_same_position_gives_the_same_bytes():
    """Nothing in a pack depends on the day or the machine on which it was made."""
    one, other = (rendering.render(smallham.material()).files for _ in range(2))
    assert one == other
