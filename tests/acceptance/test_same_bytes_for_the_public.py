"""The same bytes: were Larkhythe's hidden counts other ones, no file of its pack would differ in one byte."""

import pytest
from django.db import transaction
from django.test import TestCase

from goldenthread.council_folder import cycle, load, reading
from goldenthread.methods.disclosure import witness
from goldenthread.observations import ledger
from goldenthread.publication import rendering
from goldenthread.reports import gather
from tests.acceptance import other_world, outsider
from tests.acceptance.larkhythe import FOLDER, NOW

Q1, Q2 = "2023-24-Q1", "2023-24-Q2"
NUMBERS = ("value", "numerator", "denominator")
BY = "Head of Performance"


def frozen_and_released(as_in=None):
    """Both quarters frozen, released one after the other, and the second one's pack rendered."""
    for _ in cycle.freeze_due(by=BY, at=NOW):
        pass
    told = as_in or {}
    passed = {
        period: other_world.released(period, by=BY, at=NOW, as_in=told.get(period)) for period in (Q1, Q2)
    }
    material = gather.material(Q2)
    return passed, material, rendering.render(material)


@pytest.mark.xdist_group("larkhythe-same-bytes")
class SameBytes(TestCase):
    """Two worlds: in one the returns said what they say, in the other the counts of the witness.

    In each the quarters are frozen from the ledger, rated by the rule book, released and rendered. Every
    observation of a hidden count is another one: values, numerators, denominators, the quarters behind twelve
    months, histories, groups and wards, with the ratings, receipts, trends and gaps that follow from them.
    """

    @classmethod
    def setUpTestData(cls):
        load.load(folder=FOLDER, by=BY, at=NOW)
        for _ in cycle.bring_in(load.returns(reading.read(FOLDER)), at=NOW):
            pass
        # What is frozen in the true world is taken back, for the other one to begin where this one did.
        before = transaction.savepoint()
        cls.true, cls.cleared, cls.pack = frozen_and_released()
        transaction.savepoint_rollback(before)
        draft = cls.true[Q2].draft
        cls.cells = other_world.moved(draft, witness.other_table(draft.system, draft.protection.witness))
        cls.rows = other_world.into_the_ledger(cls.cells)
        cls.other, cls.other_cleared, cls.other_pack = frozen_and_released(as_in=cls.true)

    def test_the_other_world_is_another_one(self):
        """Dozens of counts differ there, small ones among them, at the top and below; and none is printed."""
        assert self.rows > 60
        assert {"CSC10", "ASC02", "CSC05", "EDU03", "HOU03", "CSC01"} <= set(self.cells["indicator"])
        assert (self.cells["breakdown"] != "").any()
        known = ledger.series(known_at=NOW, indicators=["CSC10"], areas=["LKH"], periods=["at2023-09-30"])
        assert known["numerator"][0] != 142
        assert self.other[Q2].draft.inputs != self.true[Q2].draft.inputs
        assert self.other[Q2].printed.now.digest != self.true[Q2].printed.now.digest

    def test_every_file_of_the_pack_is_the_same_byte_for_byte(self):
        """Pages, PDF, Word, Excel, open data, charts, the words for who cannot see them, and the manifest."""
        assert (self.pack.failures, self.other_pack.failures) == ((), ())
        assert set(self.pack.files) == set(self.other_pack.files)
        kinds = {path.rpartition(".")[2] for path in self.pack.files}
        assert {"html", "pdf", "docx", "xlsx", "csv", "json"} <= kinds
        differ = [path for path, content in self.pack.files.items() if self.other_pack.files[path] != content]
        assert differ == []

    def test_every_line_behind_the_files_is_the_same(self):
        """Nothing that follows from a hidden count goes beyond the gate, printed today or not."""
        for name in ("now", "previous"):
            here, there = (getattr(each, name).sealed.lines for each in (self.cleared, self.other_cleared))
            assert set(here) == set(there)
            differ = [
                (kind, one.get("indicator"), field)
                for kind in here
                for one, other in zip(here[kind], there[kind], strict=True)
                for field in one
                if one[field] != other[field]
            ]
            assert differ == []
        assert self.cleared.changes == self.other_cleared.changes
        assert self.cleared.latest == self.other_cleared.latest
        assert self.cleared.messages == self.other_cleared.messages
        assert self.cleared.messages.lines

    def test_every_number_of_the_open_data_is_on_record_as_said(self):
        """The next release and the adversary know what is out from the record: nothing is out beside it."""
        columns = ("indicator", "area", "breakdown", "period", "part", "text")
        said = self.true[Q2].table.figures.select(columns).drop_nulls("text")
        on_record = {(*key, float(text)) for *key, text in said.iter_rows()}
        told = set(self.in_open_data())
        assert len(told) > 1000
        assert told - on_record == set()

    def in_open_data(self):
        """Indicator, area, breakdown, period, part and number of every figure in a table."""
        for row in outsider.table(self.pack.files, "breakdowns"):
            key = (row["indicator"], row["area"], row["breakdown"], row["rated_period"])
            yield from ((*key, part, float(row[part])) for part in NUMBERS if row[part])
        for row in outsider.table(self.pack.files, "history"):
            if row["value"]:
                yield (row["indicator"], "LKH", "", row["rated_period"], "value", float(row["value"]))
        for row in outsider.table(self.pack.files, "indicators"):
            for period, prefix in (
                ("rated_period", ""),
                ("previous_period", "previous_"),
                ("like_period", "like_"),
            ):
                for part in NUMBERS:
                    if number := row.get(f"{prefix}{part}"):
                        yield (row["indicator"], "LKH", "", row[period], part, float(number))

    def test_both_worlds_tell_the_same_names_and_hide_the_same(self):
        for period in (Q1, Q2):
            assert self.other[period].code == self.true[period].code
            assert self.other[period].seal == self.true[period].seal
            here, there = (world[period].table.figures.drop("cells") for world in (self.true, self.other))
            assert here.equals(there)
