"""A pack is put in its place whole, replaces a pack, and never anything else."""

import pytest

from goldenthread.publication import folder, manifest, verify
from goldenthread.publication.folder import NotAPack
from tests.rooms.publication.test_manifest import ABOUT


def pack(**files):
    content = {name.replace("_", "."): text.encode() for name, text in files.items()}
    return {**content, manifest.NAME: manifest.make(content, ABOUT)}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "build" / "2023-24-Q2"


def test_a_pack_is_written_where_nothing_was(place):
    folder.replace(place, pack(index_html="one"))
    assert verify.faults(place) == []
    assert (place / "index.html").read_text() == "one"


def test_a_pack_replaces_a_pack_and_leaves_nothing_of_it(place):
    folder.replace(place, pack(index_html="one", old_html="gone"))
    folder.replace(place, pack(index_html="two"))
    assert verify.present(place) == {"index.html", "manifest.json"}
    assert [path.name for path in place.parent.iterdir()] == ["2023-24-Q2"]


def test_a_folder_that_is_no_pack_is_not_touched(place):
    place.mkdir(parents=True)
    (place / "thesis.txt").write_text("ten years of work")
    with pytest.raises(NotAPack, match="nothing there was touched"):
        folder.replace(place, pack(index_html="one"))
    assert (place / "thesis.txt").read_text() == "ten years of work"


def test_a_pack_into_which_somebody_put_a_file_is_not_replaced(place):
    folder.replace(place, pack(index_html="one"))
    (place / "notes.txt").write_text("mine")
    with pytest.raises(NotAPack, match=r"notes\.txt"):
        folder.replace(place, pack(index_html="two"))
    assert (place / "index.html").read_text() == "one"


def test_a_link_is_not_followed(place, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    place.parent.mkdir()
    place.symlink_to(elsewhere)
    with pytest.raises(NotAPack):
        folder.replace(place, pack(index_html="one"))


def test_a_write_that_fails_leaves_the_old_pack(place, monkeypatch):
    folder.replace(place, pack(index_html="one"))
    with pytest.raises(TypeError):
        folder.replace(place, {**pack(index_html="two"), "broken.html": None})
    assert verify.faults(place) == []
    assert (place / "index.html").read_text() == "one"
    assert [path.name for path in place.parent.iterdir()] == ["2023-24-Q2"]


def test_missing_changed_and_added_files_are_named(place):
    folder.replace(place, pack(a_html="1", b_html="2", c_html="3"))
    (place / "a.html").unlink()
    (place / "b.html").write_text("two")
    (place / "d.html").write_text("4")
    assert verify.faults(place) == [
        "a.html is missing",
        "b.html was changed after it was written",
        "d.html is not in the manifest: it was added later",
    ]


def test_a_file_swapped_for_a_link_is_named(place, tmp_path):
    folder.replace(place, pack(a_html="1"))
    other = tmp_path / "same.html"
    other.write_text("1")
    (place / "a.html").unlink()
    (place / "a.html").symlink_to(other)
    assert verify.faults(place) == ["a.html is a link to elsewhere, not a file of the pack"]


def test_a_folder_without_a_manifest_is_no_pack(tmp_path):
    (fault,) = verify.faults(tmp_path)
    assert fault.endswith("is not a pack: it has no manifest.json")
