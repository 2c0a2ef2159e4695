"""The council folder: what a council writes, and how changes are kept.

A council describes itself in a folder of plain files. Nothing that was once said is overwritten: every change
says from when it is true, from when it was known, why, and who approved it.
"""

from datetime import UTC, date, datetime

import pytest

from goldenthread.council_folder import load, reading
from goldenthread.council_folder.problems import FolderRefused
from goldenthread.indicators import queries as indicators
from goldenthread.organisation import queries as organisation
from goldenthread.plan import queries as plan
from tests import small_council
from tests.spec.worked import examples

MARCH = datetime(2024, 3, 10, tzinfo=UTC)


@pytest.fixture
def known(tmp_path):
    """The small council, loaded; ask it what was so on a day, as known at a moment."""
    load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=MARCH)

    def ask(on: str, known_at: str = "2024-03-10") -> dict:
        return {"on": date.fromisoformat(on), "known_at": datetime.fromisoformat(f"{known_at}T23:59+00:00")}

    return ask


@examples("""
| file         | written               | instead_of          | answer                                      |
|--------------|-----------------------|---------------------|---------------------------------------------|
| organisation | parnt: RES            | parent: RES         | parnt is not a field here. Did you mean par |
| indicators   | basis: quarterly      | basis: quarter      | Did you mean quarter? Write one of: month   |
| indicators   | from_library: CUS001  | from_library: CUS01 | the library has no indicator CUS001         |
| targets      | target: 90%           | target: 90          | Write a number, without quotes, commas      |
| targets      | 2023-24-Q1: {         | ytd-2023-06: {      | Write a code such as ytd-2023-09            |
| plan         | due: March 2024       | due: 2024-03        | Write a date, as 2023-09-30                 |
| plan         | status: yellow        | status: green       | Write one of: complete, green, amber, red   |
| challenges   | who: hos_neds         | who: hos_needs      | hos_neds is not among the posts             |
""")
def test_a_fault_is_answered_with_file_line_field_and_what_to_write(
    tmp_path, file, written, instead_of, answer
):
    """Each fault is answered with the file, the line, the field, and what to write instead."""
    line = small_council.line(file, instead_of)
    folder = small_council.write(tmp_path, **{file: small_council.text(file, instead_of, written)})

    with pytest.raises(FolderRefused) as refusal:
        reading.read(folder)

    assert f"{file}.yaml, line {line}, " in str(refusal.value)
    assert answer in str(refusal.value)


@pytest.mark.django_db
@examples("""
| report_on  | holder           |
|------------|------------------|
| 2023-06-30 | Cllr E. Oldfield |
| 2023-08-31 | Cllr E. Oldfield |
| 2023-09-01 | Cllr P. Newfield |
| 2023-09-30 | Cllr P. Newfield |
""")
def test_a_reshuffle_never_rewrites_an_old_report(known, report_on, holder):
    """Housing changes hands on 1 September 2023: the report on June keeps the holder it had in June."""
    held = {each.code: each.holder for each in organisation.portfolios(**known(report_on))}

    assert held["housing"] == holder


@pytest.mark.django_db
@examples("""
| position   | known_at   | status   |
|------------|------------|----------|
| 2023-09-30 | 2023-11-10 | green    |
| 2023-10-31 | 2023-11-10 | complete |
| 2023-10-31 | 2023-10-11 | green    |
""")
def test_an_action_prints_as_it_stood_on_the_position_date(known, position, known_at, status):
    """R2b was completed on 12 October: on 30 September it was green, whatever was known by the freeze."""
    actions = plan.actions_in_force(**known(position, known_at))

    assert actions.filter(action="R2b")["status"].item() == status


@pytest.mark.django_db
def test_the_target_before_is_kept_beside_the_new_one(known):
    """The re-let target went from 25 to 28 days on 1 April 2023: damp work is done first. Both stay."""
    now = indicators.targets(**known("2023-09-30")).filter(indicator="HOU12")
    before = indicators.previous_targets(**known("2023-09-30")).filter(indicator="HOU12")

    assert (now["target"].item(), now["reason"].item()) == (28, "Damp work done first")
    assert (before["target"].item(), before["amber"].item()) == (25, 27)


@pytest.mark.django_db
def test_loading_again_adds_only_what_changed(tmp_path):
    """The same folder loaded twice changes nothing; a target with a new date adds one version."""
    first = load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=MARCH)
    again = load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=MARCH)
    stricter = "- {target: 92, effective_from: 2024-04-01, known_from: 2024-03-05, reason: Higher}"
    targets = small_council.text("targets", "amber_to: 85}\n", "amber_to: 85}\n      " + stricter + "\n")
    changed = load.load(
        folder=small_council.write(tmp_path, targets=targets), by="Head of Performance", at=MARCH
    )

    assert (first.unchanged, again.added, changed.added) == (0, 0, 1)


@pytest.mark.django_db
def test_a_council_has_its_own_words_for_its_levels(known):
    """What goldenthread calls a flagship action, this council calls a pledge; a priority stays a priority."""
    labels = organisation.labels(organisation.council(**known("2023-09-30")))

    assert (labels["flagship_action"].one, labels["flagship_action"].short) == ("Pledge", "PL")
    assert labels["priority"].many == "priorities"


@pytest.mark.django_db
def test_an_indicator_of_the_library_takes_the_councils_own_words_over_it(known):
    """CUS01 comes from the library, with one decimal because this council prints one."""
    found = indicators.definitions(**known("2023-09-30")).filter(indicator="CUS01").row(0, named=True)

    assert found["definition"].startswith("First-stage complaints answered within 15 working days")
    assert (found["decimals"], found["unit_code"]) == (1, "RES.customer")
