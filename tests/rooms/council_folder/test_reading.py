"""Reading: every fault of a folder comes with file, line, field and what to write instead."""

import datetime

import pytest

from goldenthread.council_folder import reading
from goldenthread.council_folder.problems import FolderRefused
from tests import small_council


def problems(folder, **changed):
    with pytest.raises(FolderRefused) as refusal:
        reading.read(small_council.write(folder, **changed))
    return refusal.value.problems


def rows(folder, section, **changed):
    return [row.values() for row in reading.read(small_council.write(folder, **changed)).section(section)]


def test_the_small_council_has_no_faults(tmp_path):
    assert len(reading.read(small_council.write(tmp_path)).rows) > 40


def test_a_misspelt_field_is_met_with_the_right_one(tmp_path):
    [problem] = problems(
        tmp_path, organisation=small_council.text("organisation", "parent: RES", "parnt: RES")
    )
    assert str(problem) == (
        "organisation.yaml, line 6, RES.customer > parnt: parnt is not a field here. Did you mean parent."
    )


def test_all_faults_come_together_in_the_order_of_the_files(tmp_path):
    found = problems(
        tmp_path,
        targets=small_council.text("targets", "target: 90", "target: 90%"),
        organisation=small_council.text("organisation", "kind: council", "kind: counsil"),
        plan=small_council.text("plan", "priority: SN", "priority: SX"),
    )
    assert [(problem.file, problem.line) for problem in found] == [
        ("organisation.yaml", 3),
        ("plan.yaml", small_council.line("plan", "priority: SN")),
        ("targets.yaml", 5),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("indicators", "basis: quarter", "basis: quarterly", "Did you mean quarter?"),
        ("indicators", "from_library: CUS01", "from_library: CUS001", "Did you mean CUS0"),
        ("indicators", "decimals: 1", "decimals: one", "Write a whole number"),
        ("indicators", "deadband_kind: absolute", "corporate_line: true", "corporate"),
        ("indicators", "dimensions: [ward]", "dimensions: [warrd]", "Did you mean ward"),
        ("targets", "{target: 25, amber_to: 27", "{amber_to: 27", "exactly one of"),
        ("targets", "ytd-2023-06", "2023-Q6", "is not a period"),
        ("targets", "ytd-2023-06", "2023-24-Q1", "Write a code such as ytd-2023-09"),
        ("plan", "2023-06-30", "2023-06-31", "does not exist in the calendar"),
        ("plan", "{action: R2a, status: green", "{action: R2, status: green", "reported in parts"),
        ("plan", "status: green", "status: yellow", "complete, green, amber, red, not_started"),
        ("plan", "effective_from: 2023-06-30, ", "", "effective_from is missing"),
        ("plan", "due: 2024-03\n", "due: March 2024\n", "Write a date, as 2023-09-30"),
        ("council", "value: 96.40", "value: £96.40", "Write a number"),
        ("commentary", "topic: watch", "topic: overview", "exactly one of"),
        ("commentary", "value: 30.0", "value: 30 days", "Write a number, without quotes"),
        ("commentary", "value: 30.0, ", "value: 30.0, unit: days, ", "unit is not a field"),
        ("commentary", ", basis: A second team from January", "", "basis is missing"),
        ("commentary", "indicator: HOU12, value", "indicator: HOU21, value", "Did you mean HOU12"),
        ("commentary", "2023-24-Q2, indicator: HOU12, value", "Q2, indicator: HOU12, value", "not a period"),
        ("commentary", "from January, author: hos_needs", "from January, author: hos_neds", "Did you mean"),
        ("challenges", "who: hos_needs", "who: hos_neds", "Did you mean hos_needs"),
        ("areas", "code: 65+", "code: 65 +", "no spaces"),
        ("calendar", "known_from: 2023-02-23T18:00", "known_from: yesterday", "2023-11-10T17:00"),
        ("organisation", "units:", "untis:", "Did you mean units"),
        ("organisation", "defaults: {", "defaults: {by: me, ", "not a default"),
        ("scorecards", "REV01", "REV1", "Did you mean REV01"),
        ("report", "key_decision: no", "key_decision: maybe", "Write yes or no, or {said: no"),
        ("report", "exempt: no", "exempt: yes", "exempt without paragraph and reason"),
        ("report", "exempt: no", "exempt: {said: yes, reason: Names}", "Write both"),
        ("report", "evidence: [challenges, in_time]", "evidence: [challanges]", "Did you mean challenges"),
        ("report", "rating: green}", "rating: green, mitigations: Many}", "mitigations is not a field"),
        ("report", "post: cd_resources", "post: cd_resorces", "Did you mean cd_resources"),
        ("report", "portfolio: housing", "portfolio: houses", "Did you mean housing"),
        ("report", "path: open-data/indicators.csv", "path: returns/hr.xlsx", "check of small numbers"),
        ("report", "path: open-data/indicators.csv", "path: open-data/../x.csv", "check of small numbers"),
        ("report", "email: n.writer@smallham.example", "email: n.writer", "Write one, as"),
        ("report", "- heading: legal", "- heading: law", "legal"),
        ("report", "paragraphs: [The law as reviewed.]", "paragraphs: []", "Write at least 1"),
        ("report", "review_by: 2024-04-02", "review_by: 2023-10-01", "review_by is not after reviewed"),
        ("report", "period: 2023-24-Q2\n    code: cfo", "period: 2023-24-Q3\n    code: cfo", "2023-24-Q2"),
        ("report", "{day: 2023-11-15", "{name: '', day: 2023-11-15", "cleared by nobody"),
        ("report", "{day: 2023-11-15", "{day: 2023-11-09", "was frozen on 2023-11-10"),
        ("report", "{day: 2023-11-15", "{day: 2023-11-16", "known from 2023-11-15"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_write_instead(tmp_path, name, old, new, words):
    found = problems(tmp_path, **{name: small_council.text(name, old, new)})
    line = small_council.line(name, old)
    assert any(p.file == f"{name}.yaml" and p.line == line and words in str(p) for p in found), found


def test_what_the_defaults_do_not_say_is_missed_at_the_item(tmp_path):
    [problem] = problems(tmp_path, council=small_council.text("council", "approver: Cabinet, "))
    assert (problem.line, problem.wrong) == (2, "approver is missing")


def test_a_change_takes_over_what_it_does_not_say(tmp_path):
    first, second = (row for row in rows(tmp_path, "indicators") if row["code"] == "REV01")
    assert second["definition"] == "Council tax received, by the new return."
    assert second["name"] == first["name"]
    assert second["approver"] == first["approver"]
    assert second["effective_from"] == datetime.date(2024, 4, 1)


def test_a_part_takes_over_from_its_action_what_it_does_not_say(tmp_path):
    part = next(row for row in rows(tmp_path, "actions") if row["code"] == "R2b")
    assert part["parent"] == "R2"
    assert part["portfolio"] == "customer"
    assert part["lead"] == "hos_customer"


def test_a_month_means_its_final_day_and_a_bare_date_the_start_of_that_day_in_london(tmp_path):
    action = next(row for row in rows(tmp_path, "actions") if row["code"] == "R1")
    assert action["due"] == datetime.date(2024, 3, 31)
    amber = next(row for row in rows(tmp_path, "progress") if row["code"] == "R10")
    assert amber["known_from"] == datetime.datetime(2023, 10, 19, 23, tzinfo=datetime.UTC)


def test_words_about_figures_need_no_reason_but_say_who(tmp_path):
    [challenge, since] = rows(tmp_path, "challenges")
    assert (challenge["reason"], challenge["approver"]) == ("Challenge answered", "hos_needs")
    assert since["since"] == "Unchanged."


def test_a_question_may_be_answered_with_a_word_or_with_its_reason(tmp_path):
    [report] = rows(tmp_path, "reports")
    assert report["key_decision"] == {"said": False, "reason": ""}
    assert report["wards_notified"] == {"said": False, "reason": "All wards"}
    assert report["call_in"]["said"] is True
    assert report["eqia"] is None


def test_words_that_stand_are_named_by_heading_and_clearances_by_period(tmp_path):
    assert [row["code"] for row in rows(tmp_path, "standing")] == ["legal", "legal/2023-24-Q2"]
    assert {row["code"] for row in rows(tmp_path, "clearances")} == {"2023-24-Q2/cfo"}


def test_two_versions_from_the_same_moments_are_refused(tmp_path):
    twice = small_council.text("plan", "{code: SN, name: Those in need", "{code: RF, name: Those in need")
    assert any("given 2 times" in str(problem) for problem in problems(tmp_path, plan=twice))


def test_a_missing_file_and_one_that_nobody_reads_are_named(tmp_path):
    small_council.write(tmp_path)
    (tmp_path / "areas.yaml").rename(tmp_path / "area.yaml")
    with pytest.raises(FolderRefused, match=r"Did you mean areas\.yaml") as refusal:
        reading.read(tmp_path)
    assert "areas.yaml, line 1: the file is missing" in str(refusal.value)


def test_nothing_outside_the_folder_is_read(tmp_path):
    folder = small_council.write(tmp_path / "council")
    (tmp_path / "secret.yaml").write_text("areas: []")
    (folder / "areas.yaml").unlink()
    (folder / "areas.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(FolderRefused, match="leads out of the folder"):
        reading.read(folder)


def test_a_unit_cannot_be_above_itself(tmp_path):
    round_about = small_council.text(
        "organisation",
        "name: Resources, kind: directorate, parent: SMH",
        "name: Resources, kind: directorate, parent: RES.customer",
    )
    found = problems(tmp_path, organisation=round_about)
    assert [(p.line, p.wrong) for p in found] == [
        (4, "RES is above itself"),
        (6, "RES.customer is above itself"),
    ]


def test_a_withdrawn_item_ends_from_its_day(tmp_path):
    moments = "effective_from: 2024-01-01, known_from: 2023-12-01"
    ended = "\n    changes: [{" + moments + ", withdrawn: true, reason: Dropped}]"
    text = small_council.text("indicators", "    priority: SN", "    priority: SN" + ended)
    first, second = (row for row in rows(tmp_path, "indicators", indicators=text) if row["code"] == "HOU12")
    assert (first["is_withdrawn"], second["is_withdrawn"]) == (False, True)
    assert second["name"] == first["name"]


def test_a_folder_in_place_of_a_file_is_said_so(tmp_path):
    small_council.write(tmp_path)
    (tmp_path / "plan.yaml").unlink()
    (tmp_path / "plan.yaml").mkdir()
    with pytest.raises(FolderRefused, match=r"plan\.yaml, line 1: not a file"):
        reading.read(tmp_path)


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(FolderRefused, match="no such folder"):
        reading.read(tmp_path / "nowhere")
