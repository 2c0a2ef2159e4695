"""The manifest lists every file with its hash, names the release, and shows when anything was touched."""

import json
from dataclasses import replace

import pytest

from goldenthread.audit import canonical
from goldenthread.publication import manifest, names
from goldenthread.publication.manifest import About, ManifestNotUnderstood
from goldenthread.publication.names import NameNotSafe

ABOUT = About(
    council="London Borough of Smallham",
    period="2023-24-Q2",
    position_date="2023-09-30",
    known_at="2023-11-10T17:00:00+00:00",
    changes_known_at="2023-11-30T23:59:59+00:00",
    program="goldenthread 0.1.0",
    templates="e" * 64,
    notice="Smallham is a fictional borough.",
)


def test_what_is_made_reads_back():
    read = manifest.read(manifest.make({"b.html": b"two", "a/x.csv": b"one"}, ABOUT))
    assert read.about == ABOUT
    assert [(file.path, file.size) for file in read.files] == [("a/x.csv", 3), ("b.html", 3)]


def test_the_order_of_files_leaves_no_trace():
    one = manifest.make({"a.html": b"1", "b.html": b"2"}, ABOUT)
    assert one == manifest.make({"b.html": b"2", "a.html": b"1"}, ABOUT)


def test_another_release_gives_another_seal():
    one, other = (
        manifest.read(manifest.make({}, about)) for about in (ABOUT, replace(ABOUT, release="2023-24-Q2-abc"))
    )
    assert one.seal != other.seal


def test_a_pack_of_an_earlier_version_may_still_name_the_seals_of_its_positions():
    content = json.loads(manifest.make({}, ABOUT))
    content["about"] |= {"position": "d" * 64, "position_before": "c" * 64}
    del content["seal"]
    content["seal"] = canonical.digest(content)
    assert manifest.read(json.dumps(content).encode()).about == ABOUT


@pytest.mark.parametrize(
    "touch",
    [
        lambda content: content["about"].update(period="2023-24-Q1"),
        lambda content: content["files"][0].update(sha256="0" * 64),
        lambda content: content["files"].clear(),
        lambda content: content.update(seal="0" * 64),
    ],
)
def test_a_manifest_that_was_edited_is_found_out(touch):
    content = json.loads(manifest.make({"a.html": b"1"}, ABOUT))
    touch(content)
    with pytest.raises(ManifestNotUnderstood, match="changed after it was written"):
        manifest.read(json.dumps(content).encode())


@pytest.mark.parametrize("written", [b"", b"[]", b"{}", b"\xff\xfe", b'{"seal": 1, "about": {}, "files": 3}'])
def test_what_is_no_manifest_is_refused_with_a_reason(written):
    with pytest.raises(ManifestNotUnderstood, match="not the manifest of a pack"):
        manifest.read(written)


def test_a_manifest_of_another_kind_is_refused_by_name():
    content = json.loads(manifest.make({}, ABOUT)) | {"schema": "goldenthread-pack-9"}
    with pytest.raises(ManifestNotUnderstood, match="goldenthread-pack-9"):
        manifest.read(json.dumps(content).encode())


@pytest.mark.parametrize(
    "path",
    ["../out.html", "/etc/passwd", "a//b", "a/../b", "", ".", "a\\b", "con.html", "x.", "é.html", "a b"],
)
def test_a_path_that_could_leave_the_folder_is_refused(path):
    with pytest.raises(NameNotSafe):
        manifest.make({path: b""}, ABOUT)


def test_two_names_that_differ_in_capitals_alone_are_refused():
    with pytest.raises(NameNotSafe, match="capitals"):
        names.check(["A.html", "a.html"])
