"""Loading: each room gets its part, and loading again never overwrites."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.assessments import queries as assessments
from goldenthread.audit.models import AuditEvent
from goldenthread.audit.versions import VersionsDisagree
from goldenthread.council_folder import load, reading
from goldenthread.council_folder.problems import FolderRefused
from goldenthread.indicators import queries as indicators
from goldenthread.organisation import queries as organisation
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def loaded(folder, at=NOW):
    return load.load(folder=folder, by="Head of Performance", at=at)


def target_of(indicator, on):
    found = indicators.targets(on=on, known_at=NOW).filter(indicator=indicator)
    return found["target"].item()


def test_everything_is_added_once_and_nothing_twice(tmp_path):
    folder = small_council.write(tmp_path)
    first = loaded(folder)
    events = AuditEvent.objects.count()
    again = loaded(folder)
    assert first.added == len(reading.read(folder).rows)
    assert (again.added, again.unchanged) == (0, first.added)
    assert AuditEvent.objects.count() == events


def test_only_what_changed_becomes_a_new_version(tmp_path):
    loaded(small_council.write(tmp_path))
    moments = "effective_from: 2024-04-01, known_from: 2024-03-05, reason: Higher"
    later = "\n      - {target: 92, amber_to: 88, " + moments + "}"
    raised = small_council.text("targets", "amber_to: 85}", "amber_to: 85}" + later)
    again = loaded(small_council.write(tmp_path, targets=raised))
    assert again.added == 1
    assert target_of("CUS01", date(2024, 3, 31)) == 90
    assert target_of("CUS01", date(2024, 4, 1)) == 92


def test_a_forecast_is_kept_exactly_and_a_new_one_beside_it(tmp_path):
    loaded(small_council.write(tmp_path))
    said = "author: hos_needs}\n"
    told = "author: hos_needs, changes: [{known_from: 2023-12-04T12:00, value: 31.5}]}\n"
    words = small_council.text("commentary", f"from January, {said}", f"from January, {told}")
    again = loaded(small_council.write(tmp_path, commentary=words))
    assert again.added == 1

    def forecast(known_at):
        [found] = assessments.forecasts(period="2023-24-Q2", on=date(2023, 9, 30), known_at=known_at).values()
        return found.indicator, found.value, found.basis, found.reason, found.approver

    words = ("A second team from January", "Forecast made", "hos_needs")
    assert forecast(datetime(2023, 11, 10, tzinfo=UTC)) == ("HOU12", "30", *words)
    assert forecast(NOW) == ("HOU12", "31.5", *words)
    assert assessments.forecasts(period="2023-24-Q1", on=date(2023, 9, 30), known_at=NOW) == {}


def test_a_rebase_is_kept_with_who_approved_it_and_why_and_can_be_taken_back(tmp_path):
    loaded(small_council.write(tmp_path))
    gone = "withdrawn: true, known_from: 2024-01-08T09:00, approver: Cabinet, reason: No lasting change"
    words = "    reason: Homes are let again\n"
    withdrawn = small_council.text("indicators", words, f"{words}    changes: [{{{gone}}}]\n")
    assert loaded(small_council.write(tmp_path, indicators=withdrawn)).added == 1

    def rebases(known_at):
        return assessments.rebases(on=date(2023, 9, 30), known_at=known_at)

    (kept,) = rebases(datetime(2023, 11, 10, tzinfo=UTC))
    assert (kept.indicator, kept.date) == ("HOU12", date(2021, 7, 1))
    assert (kept.approver, kept.reason) == ("Housing board", "Homes are let again")
    assert rebases(datetime(2021, 10, 1, tzinfo=UTC)) == []
    assert rebases(NOW) == []


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        ("date: 2021-07-01", "date: July 2021", "'July 2021' cannot stand here. Write a date, as 2023-09-30"),
        ("indicator: HOU12", "indicator: HOU21", "HOU21 is not among the indicators"),
        ("    date: 2021-07-01\n", "", "date"),
    ],
)
def test_a_rebase_that_cannot_be_is_named_with_its_place(tmp_path, written, instead, says):
    whole = small_council.text("indicators", "", "")
    head, rebases = whole.split("rebases:\n")
    folder = small_council.write(tmp_path, indicators=f"{head}rebases:\n{rebases.replace(written, instead)}")
    with pytest.raises(FolderRefused) as refused:
        loaded(folder)
    assert says in str(refused.value)
    assert "indicators.yaml, line " in str(refused.value)


def test_what_is_known_already_cannot_be_rewritten_in_place(tmp_path):
    loaded(small_council.write(tmp_path))
    rewritten = small_council.text("targets", "target: 90", "target: 80")
    with pytest.raises(VersionsDisagree, match="CUS01"):
        loaded(small_council.write(tmp_path, targets=rewritten))
    assert target_of("CUS01", date(2024, 3, 31)) == 90


def test_a_folder_with_a_fault_leaves_everything_as_it_was(tmp_path):
    with pytest.raises(FolderRefused):
        loaded(
            small_council.write(tmp_path, plan=small_council.text("plan", "status: green", "status: blue"))
        )
    assert AuditEvent.objects.count() == 0
    with pytest.raises(organisation.NoCouncil, match="load a council folder first"):
        organisation.council(on=date(2024, 1, 1), known_at=NOW)


def test_nothing_is_known_before_it_is_told(tmp_path):
    with pytest.raises(FolderRefused, match="lies in the future") as refusal:
        loaded(small_council.write(tmp_path), at=datetime(2023, 11, 20, tzinfo=UTC))
    assert {(p.file, p.line) for p in refusal.value.problems} == {
        ("challenges.yaml", small_council.line("challenges", "- {known_from")),
        ("indicators.yaml", small_council.line("indicators", "- effective_from: 2024-04-01")),
    }
