"""Importing: good rows enter the ledger, bad ones become findings, and the whole is there or not at all."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from goldenthread.audit import triggers
from goldenthread.audit import verify as audit_verify
from goldenthread.audit.models import AuditEvent
from goldenthread.cli.commands import importing
from goldenthread.collection import actions, mapping, queries, verify
from goldenthread.collection.findings import FileRefused
from goldenthread.collection.models import Finding, ImportRun
from goldenthread.council_folder.cycle import Brought
from goldenthread.observations import actions as ledger_actions
from goldenthread.observations import ledger
from goldenthread.observations.actions import MomentNotSound
from goldenthread.observations.models import Observation, Submission
from tests.rooms.collection import council, files
from tests.rooms.collection.council import KNOWN, NOW

pytestmark = pytest.mark.django_db
LATER = KNOWN + timedelta(days=27)
SMALL = mapping.read(files.MAPPING.encode(), "small.yaml")
KEPT = (Observation, Submission, ImportRun, Finding, AuditEvent)


@pytest.fixture(autouse=True)
def _council():
    council.load()


def import_(path, known_from=KNOWN, read=SMALL, **more):
    return actions.import_file(path=path, mapping=read, known_from=known_from, by="Officer", at=NOW, **more)


def counts():
    return [model.objects.count() for model in KEPT]


def values():
    rows = ledger.series(known_at=NOW).iter_rows(named=True)
    return {(row["indicator"], row["period"]): (row["numerator_exact"], row["value_exact"]) for row in rows}


def test_good_rows_enter_and_bad_ones_become_findings(tmp_path):
    path = files.small(
        tmp_path / "customer.xlsx",
        ["CUS01", "Sep-23", 512, 561, None],
        ["CUS99", "Sep-23", 1, 2, None],
        ["CUS07", "Sep-23", None, None, "tbc"],
    )
    done = import_(path)
    assert (done.added, done.changed, done.unchanged, done.refused) == (2, 0, 0, 1)
    assert values() == {("CUS01", "2023-09"): ("512", None), ("CUS07", "2023-09"): (None, None)}
    assert ledger.series(known_at=NOW)["source"].to_list() == [
        "customer.xlsx, sheet Q2, C2",
        "customer.xlsx, sheet Q2, E4",
    ]
    run = ImportRun.objects.get()
    assert (run.file_name, run.mapping, run.added, run.refused) == ("customer.xlsx", "small", 2, 1)
    assert queries.import_runs(known_at=NOW) == [run]
    assert tuple(queries.findings(run=run)) == done.findings
    assert list(verify.faults()) == list(audit_verify.faults()) == []


def test_the_same_file_again_changes_nothing(tmp_path):
    rows = [["CUS01", "Sep-23", 512, 561, None], ["CUS99", "Sep-23", 1, 2, None]]
    path = files.small(tmp_path / "a.xlsx", *rows)
    import_(path)
    before = counts()
    for known_from in (KNOWN, LATER):
        again = import_(path, known_from)
        assert (again.added, again.changed, again.unchanged, again.refused) == (0, 0, 1, 1)
        assert counts() == before


def test_a_dry_run_shows_old_and_new_and_keeps_nothing(tmp_path):
    import_(files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 512, 561, None]))
    before = counts()
    rows = [["CUS01", "Sep-23", 497, 561, None], ["CUS07", "Sep-23", None, None, 171]]
    path = files.small(tmp_path / "b.xlsx", *rows)
    done = import_(path, LATER, dry_run=True)
    assert counts() == before
    assert done.is_dry_run
    assert (done.added, done.changed) == (1, 1)
    shown = done.rows.select("change", "indicator", "old_numerator_exact", "numerator_exact").rows()
    assert sorted(shown) == [("added", "CUS07", None, None), ("changed", "CUS01", "512", "497")]


def test_a_correction_is_known_from_its_day_and_says_why(tmp_path):
    import_(files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 512, 561, None]))
    read = mapping.read((files.MAPPING + "    why: 15 cases had been closed without a reply\n").encode(), "m")
    import_(files.small(tmp_path / "b.xlsx", ["CUS01", "Sep-23", 497, 561, None]), LATER, read)
    then = ledger.series(known_at=LATER - timedelta(days=1)).row(0, named=True)
    assert (then["numerator_exact"], values()["CUS01", "2023-09"][0]) == ("512", "497")
    latest = ledger.history(indicator="CUS01", area="SMH", period="2023-09").row(1, named=True)
    assert latest["why"] == "15 cases had been closed without a reply"


def test_a_file_may_hold_what_was_known_at_several_moments(tmp_path):
    headings = [*files.HEADINGS, "Known"]
    read = mapping.read((files.MAPPING + "    known_from: {column: Known}\n").encode(), "m")
    rows = [
        ["CUS07", "Jul-23", None, None, figure, day] for figure, day in ((5, "2023-08-10"), (6, "2023-09-10"))
    ]
    path = files.small(tmp_path / "a.xlsx", *rows, headings=headings)
    before = counts()
    dry = import_(path, read=read, dry_run=True)
    assert counts() == before
    done = import_(path, read=read)
    assert (dry.added, dry.changed) == (done.added, done.changed) == (1, 1)
    assert len(done.submissions) == 2
    august = datetime(2023, 8, 20, tzinfo=UTC)
    assert ledger.series(known_at=august)["value_exact"].to_list() == ["5"]
    assert import_(path, read=read).unchanged == 2


def test_other_figures_from_the_same_moment_are_refused(tmp_path):
    import_(files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 512, 561, None]))
    before = counts()
    with pytest.raises(FileRefused, match="already known from the same moment") as refused:
        import_(files.small(tmp_path / "b.xlsx", ["CUS01", "Sep-23", 497, 561, None]))
    assert refused.value.findings[0].code == "disagrees_with_ledger"
    assert counts() == before


def test_figures_cannot_be_known_from_a_day_to_come(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 512, 561, None])
    before = counts()
    with pytest.raises(FileRefused, match="still to come"):
        import_(path, NOW + timedelta(seconds=1))
    assert counts() == before


def test_a_moment_may_be_said_in_any_time_zone_but_must_name_one(tmp_path):
    path = files.small(tmp_path / "a.xlsx", ["CUS01", "Sep-23", 512, 561, None])
    with pytest.raises(MomentNotSound):
        import_(path, KNOWN.replace(tzinfo=None))
    import_(path, datetime(2023, 10, 20, 13, tzinfo=ZoneInfo("Europe/London")))
    assert ImportRun.objects.get().known_from == KNOWN


def test_a_refused_file_leaves_the_database_as_it_was(tmp_path):
    before = counts()
    with pytest.raises(FileRefused):
        import_(files.small(tmp_path / "a.xlsx", ["CUS01"], headings=["a", "b"]))
    assert counts() == before


def test_nothing_of_a_hidden_sheet_is_stored_anywhere(tmp_path):
    def hide(book):
        book["Zebedee Quill"].sheet_state = "hidden"

    good = [files.HEADINGS, ["CUS01", "Sep-23", 512, 561, None]]
    rows = {"Q2": good, "Zebedee Quill": [["Zebedee", "Quill"]]}
    done = import_(files.workbook(tmp_path / "a.xlsx", rows, hide))
    assert [found.code for found in done.findings] == ["hidden_sheet"]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "Quill" not in repr(cursor.fetchall())


def test_a_changed_finding_is_found_out(tmp_path):
    import_(files.small(tmp_path / "a.xlsx", ["CUS99", "Sep-23", 1, 2, None]))
    triggers.drop()
    Finding.objects.update(wrong="all is well")
    triggers.install()
    assert len(list(verify.faults())) == 1


def test_a_figure_that_was_redacted_is_kept_out_and_counted(tmp_path):
    path = files.small(
        tmp_path / "customer.xlsx",
        ["CUS01", "Sep-23", 512, 561, None],
        ["CUS07", "Sep-23", None, None, "tbc"],
    )
    import_(path)
    (wrong,) = ledger.series(known_at=NOW, indicators=["CUS01"])["row_hash"]
    ledger_actions.redact(
        row_hashes=[wrong], reason="Not ours", approver="Data Protection Lead", by="Officer", at=NOW
    )

    again = import_(path, known_from=LATER)

    assert (again.added, again.changed, again.unchanged, again.redacted) == (0, 0, 1, 1)
    assert values()["CUS01", "2023-09"] == (None, None)
    said = importing.summary(Brought(path.name, imported=again))
    assert said == "customer.xlsx: 0 added, 0 changed, 1 unchanged, 1 redacted before and kept out"
