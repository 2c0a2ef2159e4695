"""Reference data: real files of publishers, which lie beside the project and never in it."""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goldenthread.collection import actions, mapping
from goldenthread.council_folder import load, reading
from tests.house import ROOT

EXAMPLES = ROOT / "examples"
AT = datetime(2024, 6, 1, tzinfo=UTC)


def folder(name: str) -> Path:
    """The folder of one publisher's files; the test is skipped where it is not at hand."""
    reference = Path(os.environ.get("GOLDENTHREAD_REFERENCE") or ROOT.parent / "shared" / "reference")
    if not (reference / name).is_dir():
        pytest.skip(
            f"real files not at hand: {reference / name} is not there. Set GOLDENTHREAD_REFERENCE to the "
            f"folder that holds {name}/"
        )
    return reference / name


def brought_in(council: str, data: Path) -> dict[str, actions.Imported]:
    """The council folder loaded, and what each of its returns brought, by file."""
    council_folder = EXAMPLES / council
    load.load(folder=council_folder, data=data, by="Test", at=AT)
    return {
        each.path.name: actions.import_file(
            path=each.path,
            mapping=mapping.load(each.mapping),
            known_from=each.known_from,
            by=each.by,
            at=AT,
        )
        for each in load.returns(reading.read(council_folder, data=data))
    }


def told(done: actions.Imported) -> Counter[tuple[str, str]]:
    """The findings of a file, counted by how much they cost and what they are."""
    return Counter((found.severity.value, found.code.value) for found in done.findings)
