"""The same council on PostgreSQL as on SQLite: the same seals, the same pack, byte for byte."""

import pytest

from tests.doors.conftest import MADE_BY
from tests.doors.running import opened
from tests.functional.councils import kept


@pytest.fixture(scope="module")
def doors(councils, larkhythe, tmp_path_factory):
    """Doors on both databases; each was made from nothing."""
    folders = [tmp_path_factory.mktemp(name) for name in ("sqlite", "postgresql")]
    with opened(larkhythe, folders[0]) as on_file, opened(councils.fresh(), folders[1]) as on_server:
        for words in MADE_BY:
            done = on_server(*words)
            assert done.code in (0, 1), done.err
        yield on_file, on_server


def test_everything_kept_is_the_same_but_for_ids_and_the_clock(doors):
    on_file, on_server = map(kept, doors)
    assert on_file.keys() == on_server.keys()
    assert [table for table in on_file if on_file[table] != on_server[table]] == []


def test_every_byte_of_the_pack_is_the_same(doors):
    packs = []
    for door in doors:
        assert door("report", "2023-24-Q2", "--to", "pack").code == 0
        pack = door.cwd / "pack"
        packs.append({path.relative_to(pack): path.read_bytes() for path in pack.rglob("*.*")})
    assert [path for path in packs[0] if packs[0][path] != packs[1].get(path)] == []
    assert packs[0].keys() == packs[1].keys()
    assert doors[1]("verify", doors[0].cwd / "pack").code == 0
