"""The other world: the same council, had its hidden counts been those of another table of the witness."""

from dataclasses import replace

import polars as pl

from goldenthread.audit import triggers
from goldenthread.disclosure import actions, gate
from goldenthread.disclosure.drafts.printed import NUMBERS
from goldenthread.methods import periods
from goldenthread.methods.disclosure import witness
from goldenthread.observations.models import Observation
from goldenthread.reports import gather

COUNTED = ("count", "of", *(f"{name}_text" for name in NUMBERS))
SAID = ("indicator", "area", "breakdown", "period", "version")


def moved(draft, counts):
    """The cells that differ in these counts: `labels`, `was` and `now`; of what the council holds itself."""
    cells = draft.labels.with_columns(was=pl.Series(draft.system.counts), now=pl.Series(counts))
    held = pl.col("kind").is_in(["figure", "earlier"]) & pl.col("part").is_in(["numerator", "denominator"])
    return cells.filter(held & (pl.col("was") != pl.col("now")))


def into_the_ledger(cells):
    """Give the ledger these counts in place of the true ones, row by row; how many rows it changed.

    What lies between figures to date is no row: it follows. A row that was corrected since holds another
    count, and stays.
    """
    triggers.drop()
    changed = 0
    spans = periods.frame(pl.Series(sorted(Observation.objects.values_list("period", flat=True).distinct())))
    for cell in cells.join(spans, on=["start", "end"]).iter_rows(named=True):
        key = {name: cell[name] for name in ("area", "breakdown", "period")}
        for row in Observation.objects.filter(indicator=cell["indicator"].split("~")[0], **key):
            plain = cell["part"] == "numerator" and row.numerator is None
            column = "value" if plain else cell["part"]
            if getattr(row, column) is not None and float(getattr(row, column)) == cell["was"]:
                Observation.objects.filter(pk=row.pk).update(**{column: str(cell["now"])})
                changed += 1
    triggers.install()
    return changed


def released(period, *, by, at, as_in=None):
    """A period's pack, published; where it is decided `as_in` another world, with what was hidden there."""
    passed = gather.passed(period)
    if as_in is not None:
        draft = carried_over(as_in.draft, passed.draft)
        passed = replace(passed, draft=draft, table=gate.table(draft))
    actions.publish(passed=passed, known_at=at, by=by, at=at)
    return passed


def carried_over(true, other):
    """The decisions of one world on the figures of the other, with a proof that is found there.

    All that is printed must be equal: else the other table is none that an outsider holds possible.
    """
    assert true.stated.select(SAID).equals(other.stated.select(SAID))
    shown = ~pl.col("hidden")
    stated = true.stated.with_columns(other.stated.select(COUNTED))
    assert stated.filter(shown).equals(true.stated.filter(shown))
    system = replace(true.system, counts=_counts(true, other))
    hidden = true.protection.hidden(system)
    proof = witness.find(system, hidden, width=true.protection.width)
    protection = replace(true.protection, witness=proof)
    return replace(true, inputs=other.inputs, stated=stated, system=system, protection=protection)


def _counts(true, other):
    """The other world's count of each cell; 0 is left over of a sum that has no such cell there."""
    key = [name for name in true.labels.columns if name != "is_printed"]
    there = other.labels.select(key).with_columns(now=pl.Series(other.system.counts))
    found = true.labels.select(key).join(there, on=key, how="left", maintain_order="left", validate="1:1")
    return found["now"].fill_null(0).to_numpy()
