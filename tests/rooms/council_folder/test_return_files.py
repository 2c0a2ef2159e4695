"""Return files: what the index names lies in the folder and can be read."""

from datetime import UTC, datetime

import pytest

from goldenthread.council_folder import load, reading
from goldenthread.council_folder.problems import FolderRefused
from tests import small_council

MAPPING = """\
mapping: revenues
title: Revenues, quarterly return
tables:
  - header: {find: [Measure, Result]}
    indicator: {column: Measure, codes: {Council tax: REV01}}
    period: 2023-24-Q2
    value: {column: Result}
"""


def council(folder, index, **mappings):
    small_council.write(folder)
    for name, text in {"revenues": MAPPING, **mappings}.items():
        (folder / "mappings").mkdir(exist_ok=True)
        (folder / "mappings" / f"{name}.yaml").write_text(text)
    (folder / "returns").mkdir()
    (folder / "returns" / "b.csv").write_text("")
    (folder / "returns" / "a.csv").write_text("")
    (folder / "returns" / "index.yaml").write_text(index)
    return folder


def problems(folder):
    with pytest.raises(FolderRefused) as refusal:
        reading.read(folder)
    return refusal.value.problems


def test_returns_come_in_the_order_of_the_index(tmp_path):
    folder = council(
        tmp_path,
        "returns:\n"
        "  - {file: b.csv, mapping: revenues, known_from: 2023-10-20T12:00, by: hos_customer}\n"
        "  - {file: a.csv, mapping: revenues, known_from: 2023-11-20T12:00, by: hos_customer, note: Late}\n",
    )
    first, second = load.returns(reading.read(folder))
    assert first.path == folder.resolve() / "returns/b.csv"
    assert first.known_from == datetime(2023, 10, 20, 11, tzinfo=UTC)
    assert (second.mapping.name, second.note) == ("revenues.yaml", "Late")


def test_a_return_and_its_mapping_must_stand_inside_the_folder(tmp_path):
    folder = council(
        tmp_path,
        "returns:\n"
        "  - {file: ../plan.yaml, mapping: revenues, known_from: 2023-10-20, by: hos_customer}\n"
        "  - {file: c.csv, mapping: revenus, known_from: 2023-10-20, by: hos_customer}\n",
    )
    assert [(p.line, p.wrong, p.instead) for p in problems(folder)] == [
        (2, "../plan.yaml leads out of returns/", "Put the file itself inside that folder"),
        (3, "returns/c.csv is not there", "Did you mean b.csv"),
        (3, "mappings/revenus.yaml is not there", "Did you mean revenues.yaml"),
    ]


def test_a_folder_of_returns_elsewhere_is_not_followed(tmp_path):
    folder = council(
        tmp_path / "council",
        "returns:\n  - {file: b.csv, mapping: revenues, known_from: 2023-10-20, by: hos_customer}\n",
    )
    (folder / "mappings").rename(tmp_path / "elsewhere")
    (folder / "mappings").symlink_to(tmp_path / "elsewhere")
    assert [p.wrong for p in problems(folder)] == ["revenues.yaml leads out of mappings/"]


def test_a_faulty_mapping_is_named_with_the_rest(tmp_path):
    folder = council(
        tmp_path, "returns: []\n", waste=MAPPING.replace("period: 2023-24-Q2", "perod: 2023-24-Q2")
    )
    (tmp_path / "plan.yaml").write_text("plan: [")
    found = problems(folder)
    assert {p.file for p in found} == {"mappings/waste.yaml", "plan.yaml"}
    [fault] = [p for p in found if p.wrong.startswith("perod")]
    assert fault.line == 6
