"""The disclosure test: what an outsider can work out, and what no proof keeps from whom.

An outsider has every printed number, knows what adds up, that counts are whole numbers, which counts the rule
hides, and owns a good computer. Two things are asked of a pattern of hidden cells: is a small count fixed,
and how far apart are the counts that stay possible. The first four sections are the picture of
[the explanation](../explanation/disclosure-control.md), read from its drawings.

Sources: Fischetti and Salazar-González (Management Science 47, 2001) for the attack as linear programmes;
Jewett, "Disclosure analysis for the 1992 Economic Census" (US Bureau of the Census, 1993), for single persons
who know themselves; Wong, Fu, Wang and Pei, "Minimality attack in privacy preserving data publishing" (VLDB
2007), for what the method itself gives away.
"""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import polars as pl

from goldenthread.methods.disclosure import attack, rank, trees, witness
from goldenthread.methods.disclosure.protection import Level, Protection
from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure.small import system_of
from tests.spec.worked import examples

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
SVG = "{http://www.w3.org/2000/svg}"
HIDDEN = "[c]"
TOTAL = "All"

ONE = [(12, 9, 6), (8, 3, 7), (11, 10, 9)]
TWO = [(12, 1, 1), (8, 3, 6), (11, 10, 9)]
OTHER = [(10, 2, 2), (10, 2, 5), (11, 10, 9)]


def drawn(name):
    """The table of a drawing by cell: what is printed there, and what a reader is said to work out."""
    lines = {}
    for text in ElementTree.parse(IMAGES / f"{name}.svg").getroot().iter(f"{SVG}text"):
        kind = text.get("class", "").split(" ")[0]
        if kind in ("cell", "worked"):
            lines.setdefault(text.get("y"), {"cell": [], "worked": []})[kind].append(
                (int(text.get("x")), text.text)
            )
    header, *rows = lines.values()
    names = [word for _, word in header["cell"]][1:]
    printed, worked = {}, {}
    for row in rows:
        (_, ward), *cells = row["cell"]
        places = {x: (ward, group) for (x, _), group in zip(cells, names, strict=True)}
        printed |= {places[x]: said for x, said in cells}
        worked |= {places[max(at for at in places if at < x)]: int(said) for x, said in row["worked"]}
    return printed, worked


def table(inner):
    """Children by ward and group with all totals; 1 to 4 are small."""
    rows = [
        (ward, group, count)
        for ward, counts in zip(("Alder", "Birch", "Cedar"), inner, strict=True)
        for group, count in zip(("Boys", "Girls", "Other"), counts, strict=True)
    ]
    frame = pl.DataFrame(rows, schema=["ward", "group", "freq"], orient="row")
    return trees.build(frame, {"ward": ("ward",), "group": ("group",)}, threshold=4)


def names(made):
    """The cells in their order, as the drawing names them."""
    return [tuple(TOTAL if word == "Total" else word for word in row) for row in made.labels().rows()]


def pattern(made, printed):
    """Which cells a drawing hides; every other one is printed with its true count."""
    hidden = np.array([printed[name] == HIDDEN for name in names(made)])
    for name, count, is_hidden in zip(names(made), made.system.counts, hidden, strict=True):
        assert is_hidden or printed[name] == str(count)
    return hidden


def worked_out(made, hidden):
    """Every hidden cell with a single possible count, and that count."""
    cells = attack.recovered(made.system, hidden, np.flatnonzero(hidden))
    return {names(made)[cell]: int(made.system.counts[cell]) for cell in cells.tolist()}


def six_hidden():
    printed, _ = drawn("hiding-3-two-more")
    made = table(TWO)
    return made, pattern(made, printed)


def test_panel_1_one_hidden_cell_is_opened_by_subtraction():
    """Birch has 18, of which 8 and 7 are printed: 3 are left."""
    printed, worked = drawn("hiding-1-one-number")
    made = table(ONE)
    hidden = pattern(made, printed)

    assert worked_out(made, hidden) == worked == {("Birch", "Girls"): 3}
    assert len(rank.exposed(made.system, hidden, basis=made.basis)) == 1


def test_panel_2_four_hidden_cells_are_opened_by_the_rule():
    """No row or column hides fewer than two, and no total fixes a cell: the condition at which many
    tools stop holds. But zeros are shown, so a hidden cell is 1 or more; two that make 2 are 1 and 1."""
    printed, worked = drawn("hiding-2-no-total-opens-it")
    made = table(TWO)
    hidden = pattern(made, printed)

    assert not len(rank.exposed(made.system, hidden, basis=made.basis))
    assert worked_out(made, hidden) == worked
    assert set(worked) == {name for name, said in printed.items() if said == HIDDEN}


def test_panel_3_with_two_more_hidden_nothing_is_opened():
    """The boys of both wards are hidden too: 6 cells, and none of them is fixed."""
    made, hidden = six_hidden()

    assert hidden.sum() == 6
    assert worked_out(made, hidden) == {}


def test_panel_4_the_proof_is_a_second_table_that_fits():
    """10, 2, 2 and 10, 2, 5 make the same 14, 17, 31, 14 and 16, and no hidden cell is 0."""
    made, hidden = six_hidden()
    printed, _ = drawn("hiding-4-the-proof")
    steps = table(OTHER).system.counts - made.system.counts
    for name, true, other in zip(names(made), made.system.counts, made.system.counts + steps, strict=True):
        assert printed[name] == (f"{true} or {other}" if true != other else str(true))

    words = [" | ".join(name) for name in names(made)]
    small = made.system.is_(Role.PRIMARY)
    plain = {
        "tables": [{word: int(step) for word, step in zip(words, steps, strict=True) if step}],
        "pairs": {word: [0, 1] for word, is_small in zip(words, small, strict=True) if is_small},
    }
    proof = witness.from_plain(plain, words)
    protection = Protection(hidden & made.system.is_(Role.FREE), Level.WITNESS, 1, proof)

    assert witness.faults(made.system, protection) == []


@examples("""
| ward  | group | truly | least | most |
|-------|-------|-------|-------|------|
| Alder | Boys  | 12    | 5     | 12   |
| Alder | Girls | 1     | 1     | 3    |
| Alder | Other | 1     | 1     | 6    |
| Birch | Boys  | 8     | 8     | 15   |
| Birch | Girls | 3     | 1     | 3    |
| Birch | Other | 6     | 1     | 6    |
""")
def test_what_stays_possible_of_the_six(ward, group, truly, least, most):
    """An interval is all counts that an outsider must hold possible. The wider, the better protected."""
    made, hidden = six_hidden()
    cell = names(made).index((ward, group))
    lowest, highest = attack.intervals(made.system, hidden, np.array([cell]))

    assert made.system.counts[cell] == int(truly)
    assert (lowest[0], highest[0]) == (int(least), int(most))


def test_that_a_count_is_small_may_be_seen():
    """The girls of Alder and of Birch are 1 to 3 whatever fits. The proof keeps the count, not that it is
    few."""
    made, hidden = six_hidden()
    found = attack.attack(made.system, hidden)

    assert [names(made)[cell] for cell in found.surely_at_most(4)] == [("Alder", "Girls"), ("Birch", "Girls")]


def test_a_whole_group_in_one_category_is_seen_without_any_small_count():
    """12 in Alder, 12 of them boys, nobody else: printed in full, it tells the group of each of them."""
    made = table([(12, 0, 0), (8, 9, 6), (11, 10, 9)])
    found = attack.whole_groups(made.system, np.zeros(len(made.system), bool))

    assert [(names(made)[one.group], names(made)[one.category]) for one in found] == [
        (("Alder", TOTAL), ("Alder", "Boys"))
    ]


def test_who_knows_one_hidden_count_may_work_out_another():
    """A total of 5 is out already; 1 and 4 are hidden, and to an outsider they may be 2 and 3. The one person
    knows her own 1, and so the others are 4. The proof is against outsiders, not against her."""
    roles = [Role.SHOWN, Role.PRIMARY, Role.PRIMARY]
    system = system_of([5, 1, 4], [[1, -1, -1]], roles=roles)
    protection = witness.protect(system)
    hidden = protection.hidden(system)
    assert witness.faults(system, protection) == []
    assert not len(attack.recovered(system, hidden))

    known_to_her = hidden & (system.counts != 1)
    assert attack.recovered(system, known_to_her, np.array([2])).tolist() == [2]


def test_who_runs_the_program_on_each_possible_table_can_rule_some_out():
    """18 tables fit panel 3. For most of them the program would have hidden fewer cells than these six: who
    has it, and the policy, is left with the others. The proof does not reckon with that."""
    _, hidden = six_hidden()
    girls_and_boys = [(boys, girls) for boys in range(1, 13) for girls in range(1, 4)]
    fitting = [
        [(boys, girls, 14 - boys - girls), (20 - boys, 4 - girls, boys + girls - 7), (11, 10, 9)]
        for boys, girls in girls_and_boys
        if 8 <= boys + girls <= 13
    ]
    left = [inner for inner in fitting if (_hidden_by_the_program(inner) == hidden).all()]

    assert len(fitting) == 18
    assert TWO in left
    assert len(left) < len(fitting) / 2


def _hidden_by_the_program(inner):
    made = table(inner)
    return witness.protect(made.system, basis=made.basis).hidden(made.system)
