"""With whom a council is compared: by name or by likeness, on a day, as known at a moment."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.council_folder import load
from goldenthread.council_folder.problems import FolderRefused
from goldenthread.organisation import peers
from tests import small_council

NOW = datetime(2024, 3, 10, tzinfo=UTC)
SEPTEMBER, JANUARY = date(2023, 9, 30), date(2024, 1, 31)

pytestmark = pytest.mark.django_db

AREAS = """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
areas:
  - {code: SMH, name: Smallham, kind: borough}
  - {code: X05990001, name: North Weald, kind: ward, parent: SMH}
  - {code: KEL, name: Kelborough, kind: council}
  - {code: PEN, name: Penmarsh, kind: council}
  - {code: UPS, name: Upper Sallow, kind: council}
dimensions:
  - {code: ward, label: Ward, about_people: false}
  - {code: age, label: Age, values: [{code: 18-64, label: 18 to 64}, {code: 65+, label: 65 and over}]}
characteristics:
  - {code: density, label: People per hectare, decimals: 1, values: {SMH: 40, KEL: 41.5, PEN: 60, UPS: 44}}
  - {code: old, label: Aged 65 and over, unit: "%", values: {SMH: 10, KEL: 20, PEN: 10}}
  - {code: old, label: Aged 65 and over, unit: "%", values: {SMH: 10, KEL: 10, PEN: 20},
     effective_from: 2024-01-01, known_from: 2024-01-15T09:00, reason: Census, approver: Head of Performance}
comparator_groups:
  - {code: nearest, name: Two nearest neighbours, nearest_to: SMH, count: 2, source: Our own}
  - {code: dense, name: As dense, nearest_to: SMH, count: 1, characteristics: [density]}
  - {code: given, name: As published, members: [PEN, SMH, KEL, UPS], closeness: {KEL: 0.31, UPS: 0.12}}
  - {code: given, name: As published, members: [PEN, UPS], effective_from: 2024-01-01,
     known_from: 2024-01-15T09:00, reason: Kelborough was merged, approver: Head of Performance}
"""


def write(tmp_path, areas=AREAS):
    folder = small_council.write(tmp_path)
    (folder / "areas.yaml").write_text(areas, encoding="utf-8")
    return folder


@pytest.fixture
def _council(tmp_path):
    load.load(folder=write(tmp_path), by="Head of Performance", at=NOW)


def group(code, on=SEPTEMBER, known_at=NOW):
    return peers.group(code, of="SMH", on=on, known_at=known_at)


@pytest.mark.usefixtures("_council")
class TestWithACouncil:
    def test_named_members_come_nearest_first_without_the_council_itself(self):
        found = group("given")
        assert [(peer.name, peer.rank, peer.distance) for peer in found.members] == [
            ("Upper Sallow", 1, 0.12),
            ("Kelborough", 2, 0.31),
            ("Penmarsh", None, None),
        ]
        assert found.found is None

    def test_the_group_of_the_time_stays_with_the_old_report(self):
        assert group("given").codes == ["UPS", "KEL", "PEN"]
        assert group("given", JANUARY).codes == ["PEN", "UPS"]
        assert group("given", JANUARY).version.reason == "Kelborough was merged"
        before_it_was_told = datetime(2024, 1, 10, tzinfo=UTC)
        assert group("given", JANUARY, before_it_was_told).codes == ["UPS", "KEL", "PEN"]

    def test_members_found_by_likeness_are_those_of_the_time_too(self):
        assert group("nearest").codes == ["UPS", "KEL"]
        assert group("nearest", JANUARY).codes == ["KEL", "UPS"]
        assert group("nearest").members[0].rank == 1

    def test_a_group_may_go_by_some_characteristics_alone(self):
        found = group("dense")
        assert (found.codes, found.found.used, list(found.characteristics)) == (
            ["KEL"],
            ["density"],
            ["density"],
        )

    def test_what_it_went_by_is_told_with_its_words(self):
        found = group("nearest")
        assert found.characteristics["old"].unit == "%"
        assert found.found.nearest["shared"].to_list() == [1, 2]

    def test_an_unknown_group_is_met_with_those_there_are(self):
        with pytest.raises(peers.NoSuchGroup, match="on 30 September 2023; there are: dense, given, nearest"):
            group("nobody")

    def test_what_is_not_known_yet_is_named(self):
        with pytest.raises(peers.NoSuchGroup, match="there are: none"):
            group("nearest", date(2022, 1, 1))


def test_characteristics_that_came_later_find_nobody_before(tmp_path):
    later = AREAS.replace(
        "values: {SMH: 40, KEL: 41.5, PEN: 60, UPS: 44}}",
        "values: {SMH: 40, KEL: 41.5, PEN: 60, UPS: 44}, effective_from: 2024-01-01}",
    )
    load.load(folder=write(tmp_path, later), by="Head of Performance", at=NOW)
    with pytest.raises(
        peers.NeighboursNotFound, match="dense: nothing is known on 30 September 2023 of density"
    ):
        group("dense")


def test_a_council_without_figures_has_no_neighbours(tmp_path):
    nobody = AREAS.replace("{SMH: 40, ", "{").replace("{SMH: 10, ", "{")
    load.load(folder=write(tmp_path, nobody), by="Head of Performance", at=NOW)
    with pytest.raises(peers.NeighboursNotFound, match="nearest: SMH is not in the table"):
        group("nearest")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("nearest_to: SMH, count: 2, ", "", "name the members, or the area that they are nearest_to"),
        ("nearest_to: SMH, count: 2", "nearest_to: SMH", "with nearest_to write count"),
        (
            "members: [PEN, UPS]",
            "members: [PEN, UPS], count: 2",
            "count and characteristics go with nearest_to",
        ),
        ("members: [PEN, UPS]", "members: [PEN, PEN]", "a member stands twice"),
        ("{KEL: 0.31", "{LON: 0.31", "closeness names LON; write the codes of members"),
        ("{KEL: 0.31", "{KEL: -1", "write 0 or more"),
        ("members: [PEN, UPS]", "members: [PEN, UPZ]", "UPZ is not among the areas"),
        ("nearest_to: SMH, count: 2", "nearest_to: SMX, count: 2", "SMX is not among the areas"),
        ("characteristics: [density]", "characteristics: [dens]", "dens is not among the characteristics"),
        ("values: {SMH: 40", "values: {SMX: 40", "SMX is not among the areas"),
    ],
)
def test_a_group_that_makes_no_sense_is_refused(tmp_path, was, becomes, said):
    assert was in AREAS
    with pytest.raises(FolderRefused) as refusal:
        load.load(folder=write(tmp_path, AREAS.replace(was, becomes)), by="Head of Performance", at=NOW)
    assert said.lower() in str(refusal.value).lower()


def test_a_midpoint_where_one_way_is_better_is_refused(tmp_path):
    folder = write(tmp_path)
    written = (folder / "indicators.yaml").read_text(encoding="utf-8")
    first = "  - from_library: CUS01\n"
    assert first in written
    (folder / "indicators.yaml").write_text(
        written.replace(first, f"{first}    midpoint: 50\n"), encoding="utf-8"
    )
    with pytest.raises(FolderRefused, match="Midpoint goes with polarity range or neutral"):
        load.load(folder=folder, by="Head of Performance", at=NOW)
