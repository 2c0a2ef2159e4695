"""Larkhythe's adversary: both quarters' releases stay shut, and each weaker version of them does not."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.disclosure import actions
from goldenthread.disclosure.adversary import gathering, playing
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.methods.disclosure import proof
from goldenthread.methods.disclosure.system import Role
from goldenthread.reports import gather
from tests.acceptance.larkhythe import NOW, Frozen

FIGURE = pl.concat_str([*KEY], separator=" ")


@pytest.mark.xdist_group("larkhythe-adversary")
class Adversary(Frozen):
    """Quarter 1 was published, then quarter 2."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for period in ("2023-24-Q1", "2023-24-Q2"):
            cls.passed = gather.passed(period)
            cls.release = actions.publish(passed=cls.passed, known_at=NOW, by="Head of Performance", at=NOW)
        cls.out = gathering.everything(cls.release.code)

    def played(self, hidden):
        """What comes out if in every release exactly these figures were hidden."""
        said = [each.with_columns(hidden=pl.col("hidden") & hidden) for each in self.out.said]
        return playing.played(said, self.out.world, rated=self.out.rated)

    def test_nothing_comes_out_of_both_quarters_together(self):
        _, played = gathering.played(self.release.code)
        assert (played.sought > 150, played.opens) == (True, False)
        assert self.out.rated["indicator"].to_list() == ["CSC10"]

    def test_were_only_the_small_counts_hidden_some_would_come_out(self):
        """The naive release: whatever is small is [c], and nothing else is."""
        assert self.played(pl.col("is_small")).recovered.height > 0

    def test_a_colour_that_a_single_count_has_tells_the_count(self):
        """Green is 138 to 145 of 145; were it 142 and nothing else, it would tell of the three left out."""
        narrow = self.out.rated.with_columns(rated_least=pl.lit(142), rated_greatest=pl.lit(142))
        assert playing.played(self.out.said, self.out.world, rated=narrow).recovered.height > 0

    def test_of_what_was_hidden_to_protect_others_nothing_can_be_published_unnoticed(self):
        """Each in turn: the adversary opens something, or the stored proof no longer holds."""
        draft = self.passed.draft
        secondary = draft.stated.filter((pl.col("why") == "protects") | (pl.col("why") == "same_as_before"))
        noticed = []
        for row in secondary.sort(KEY).iter_rows(named=True):
            name = " ".join(row[part] for part in KEY)
            opened = self.played(name != FIGURE).recovered.height
            noticed.append((name, bool(opened), bool(_faults_if_shown(draft, row))))
        assert len(noticed) >= 5
        assert [name for name, opened, fails in noticed if not (opened or fails)] == []
        assert any(opened for _, opened, _ in noticed)


def _faults_if_shown(draft, row):
    """What is wrong with the stored proof once the counts of this figure are in print."""
    cells = [cell for cell in (row["cell_numerator"], row["cell_denominator"]) if cell >= 0]
    secondary, roles = draft.protection.secondary.copy(), draft.system.roles.copy()
    secondary[cells], roles[cells] = False, Role.SHOWN
    system = replace(draft.system, roles=roles)
    return proof.faults(system, replace(draft.protection, secondary=secondary))
