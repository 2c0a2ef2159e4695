"""Larkhythe, frozen: the ground on which the tests of its pack stand."""

from datetime import UTC, datetime
from pathlib import Path

from django.test import TestCase

from goldenthread.council_folder import cycle, load, reading
from goldenthread.reports import gather
from goldenthread.reports.assemble import pack

FOLDER = Path(__file__).parents[2] / "examples" / "larkhythe"
NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)


class Frozen(TestCase):
    """Made once a class: both quarters frozen, the material gathered, the papers assembled."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=FOLDER, by="Head of Performance", at=NOW)
        for _ in cycle.bring_in(load.returns(reading.read(FOLDER)), at=NOW):
            pass
        for _ in cycle.freeze_due(by="Head of Performance", at=NOW):
            pass

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.material = gather.material("2023-24-Q2")
        cls.papers = {paper.name: paper for paper in pack.assemble(cls.material)}
        cls.report = cls.papers["appendix-1-strategic-performance-report"]
        cls.card = cls.papers["appendix-2-corporate-scorecard"]
