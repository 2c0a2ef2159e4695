"""The other table: were the hidden counts those of the witness, Larkhythe's pack would say the very same."""

from dataclasses import replace

import pytest

from goldenthread.disclosure import gate
from goldenthread.reports import gather
from tests.acceptance.larkhythe import Frozen

WHEN = ("", "previous_", "like_")


def tables(draft):
    """Each table of the witness: what it says of every hidden figure, as (value, numerator, denominator)."""
    hidden = draft.stated.filter("hidden").filter(draft.stated.filter("hidden")["cell_numerator"] >= 0)
    for change in draft.protection.witness.changes.toarray():
        counts = draft.system.counts + change
        told = {}
        for row in hidden.iter_rows(named=True):
            above = float(counts[row["cell_numerator"]])
            below = None if row["cell_denominator"] < 0 else float(counts[row["cell_denominator"]])
            value = above if not below else row["multiplier"] * above / below
            told[row["indicator"], row["area"], row["breakdown"], row["period"]] = (value, above, below)
        yield told


def instead(position, told, area):
    """The position with these figures in place of the true ones, wherever they stand."""

    def swapped(line, key, when=""):
        if key not in told:
            return {}
        given = dict(zip(("value", "numerator", "denominator"), told[key], strict=True))
        there = {name: new for name, new in given.items() if line.get(f"{when}{name}") is not None}
        return {f"{when}{name}": new for name, new in there.items()}

    def indicator(line):
        new = dict(line)
        for when in WHEN:
            new |= swapped(line, (line["indicator"], area, "", line[f"{when}period"]), when)
        points = [
            point | swapped(point, (line["indicator"], area, "", point["period"]))
            for point in line["history"]
        ]
        return new | {"history": points}

    def group(line):
        return line | swapped(line, (line["indicator"], line["area"], line["breakdown"], line["period"]))

    lines = {
        "indicator": tuple(map(indicator, position.of("indicator"))),
        "breakdown": tuple(map(group, position.of("breakdown"))),
    }
    return replace(position, lines={**position.lines, **lines})


def leaving(position, passed):
    cleared = gate.position(position, passed).sealed
    return cleared.of("indicator"), cleared.of("breakdown")


@pytest.mark.xdist_group("larkhythe-other-table")
class OtherTables(Frozen):
    def test_the_public_sees_no_difference(self):
        """Whatever table of the witness is the true one: every line that leaves is equal, rating and all."""
        passed = gather.passed("2023-24-Q2")
        area, looked_at = passed.printed.area, 0
        for told in tables(passed.draft):
            # Green from 95%: the rating beside the hidden figure is true of the other table as well.
            assert told["CSC10", area, "", "at2023-09-30"][0] >= 95
            for name in ("now", "before"):
                true = getattr(passed.printed, name)
                other = instead(true, told, area)
                changed = replace(passed, printed=replace(passed.printed, **{name: other}))
                assert leaving(other, changed) == leaving(true, passed)
                looked_at += other.lines != true.lines
        assert looked_at > 4
