"""One measurement of packs in a process of its own: `python -m bench.pack_once pack FOLDER`.

The typesetter remembers within a process what it has set, so a second run there costs less than a first.
The last line printed holds the figures as JSON.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
from collections import defaultdict
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from bench.pack_council import BY, NOW, PERIOD

if TYPE_CHECKING:
    from goldenthread.reports.material import Material

GATHERING = "gathering, with deciding and proving what is hidden"
ASSEMBLING = "open data and putting papers together"
PARTS = (GATHERING, ASSEMBLING, "PDF", "Word", "Excel", "HTML")
PREPARED = "prepared.pickle"

Figures = dict[str, float]


class Parts:
    """CPU seconds of each part of a run, told as the parts begin."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._part, self._begun = "", process_time()

    def begin(self, part: str) -> None:
        now = process_time()
        self.seconds[self._part] += now - self._begun
        self._part, self._begun = part, now

    def progress(self, file: str, done: int, total: int) -> None:
        """Told before each file: one that stands alone is named after its format, every other is a page."""
        self.begin(next((part for part in ("PDF", "Word", "Excel") if file.endswith(f" as {part}")), "HTML"))


def pack(folder: Path) -> Figures:
    """The whole pack from the database to its files, then what its release costs to record.

    Every run decides on the release and proves it anew: what it records is taken back.
    """
    # Imported by the gate when it is first needed; here it is among the imports, which have their own row.
    import goldenthread.methods.disclosure.protect  # noqa: F401
    from goldenthread.publication import folder as folders
    from goldenthread.publication import rendering
    from goldenthread.publication.rendering import collection
    from goldenthread.reports import gather

    started = process_time()
    parts = Parts()
    parts.begin(GATHERING)
    with collection.paused():
        material = gather.material(PERIOD)
        parts.begin(ASSEMBLING)
        made = rendering.render(material, progress=parts.progress)
    folders.replace(folder / "pack", made.files)
    parts.begin("")
    done = process_time()
    assert not made.failures, made.failures
    _record(material)
    return {
        "start": started,
        "pack": done - started,
        "recording": process_time() - done,
        "memory": _peak(),
        "size": sum(map(len, made.files.values())) / 2**20,
        "indicators": len(material.now.sealed.of("indicator")),
        **{part: parts.seconds[part] for part in PARTS},
    }


def _record(material: Material) -> None:
    """Record the release of a pack, and take it back."""
    from django.db import transaction

    from goldenthread.disclosure import actions as disclosure

    with transaction.atomic():
        disclosure.publish(passed=material.now.passed, known_at=material.changes_known_at, by=BY, at=NOW)
        transaction.set_rollback(True)


def prepare(folder: Path) -> Figures:
    """The papers that are set as PDF and what the typesetter is told of each, kept in the folder."""
    from goldenthread.documents.renderers.html import Style
    from goldenthread.documents.renderers.pdf import paper
    from goldenthread.reports import gather
    from goldenthread.reports.assemble import pack as packs

    papers = [each for each in packs.assemble(gather.material(PERIOD)) if "pdf" in each.formats]
    told = [(each, paper.told(each, Style())) for each in papers]
    (folder / PREPARED).write_bytes(pickle.dumps(told))
    return {"papers": len(papers)}


def pdf(folder: Path) -> Figures:
    """Every paper as PDF, as the pack has it."""
    from goldenthread.documents.renderers import pdf as renderer
    from goldenthread.documents.renderers.html import Style

    told = pickle.loads((folder / PREPARED).read_bytes())
    started = process_time()
    for document, _ in told:
        renderer.render(document, style=Style())
    return {"seconds": process_time() - started}


def typeset(folder: Path) -> Figures:
    """The typesetter's part of the same, from what it is told."""
    from goldenthread.documents.renderers.pdf import typesetting

    told = pickle.loads((folder / PREPARED).read_bytes())
    started = process_time()
    for document, content in told:
        typesetting.compiled(document, content.values)
    return {"seconds": process_time() - started}


def _peak() -> float:
    """The most memory this process had, in MiB."""
    unit = 1 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


if __name__ == "__main__":
    import django

    django.setup()
    run = {"pack": pack, "prepare": prepare, "pdf": pdf, "typeset": typeset}[sys.argv[1]]
    print(json.dumps(run(Path(sys.argv[2]))))
