"""Making: the stages from a council folder to a pack, each with what it did and how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from goldenthread.cli import databases, despatch, findings, made, moments, notices, options, output, stages
from goldenthread.cli.commands import importing, init
from goldenthread.council_folder import cycle, load, reading
from goldenthread.council_folder.cycle import Brought
from goldenthread.council_folder.load import ReturnFile
from goldenthread.council_folder.reading import Folder
from goldenthread.positions import queries as positions
from goldenthread.publication import actions as publication
from goldenthread.publication.rendering import Look, Progress

STAGES = 5
WORD_TEMPLATE = "word-template.docx"


class NothingFrozen(LookupError):
    """No quarter has come to its freeze, so there is nothing to report."""


def run(*, folder: Path, data: Path | None, period: str, into: Path, by: str) -> int:
    """Every stage in order; returns the exit code."""
    at = options.now()
    mark = made.Mark.of(
        folder=folder, data=data, period=period, database=databases.place(), on=moments.day_of(at)
    )
    if mark.still_holds():
        output.say(f"Nothing has changed since the last run: {mark.pack} is as it was written.")
        output.say(f"Open {mark.first}")
        return 0
    # Read first: a folder that cannot be read leaves no empty database behind.
    found = reading.read(folder, data=data)
    with stages.stage(1, STAGES, "Database") as told:
        init.prepare_database()
        told.say(databases.shown())
    with stages.stage(2, STAGES, f"Council folder {folder.name}") as told, stages.busy("      loading"):
        loaded = load.give(found, by=by, at=at)
        told.say(f"{output.counted(loaded.added, 'version')} added, {loaded.unchanged:,} known already")
    with stages.stage(3, STAGES, "Returns") as told:
        brought = _bring_in(found)
        _tell_returns(told, brought)
    with stages.stage(4, STAGES, "Freeze") as told, stages.busy("      freezing"):
        for frozen in cycle.freeze_due(by=by, at=at, until=period):
            told.say(f"{frozen} frozen")
        chosen = period or _latest()
        sealed = positions.sealed(chosen)
        told.say(f"{chosen}: position at {sealed.position_date:%-d %B %Y}, seal {sealed.digest[:12]}")
    with stages.stage(5, STAGES, f"Pack {chosen}") as told:
        with stages.bar("papers") as progress:
            written = publication.write_pack(
                period=chosen, to=into / chosen, by=by, at=at, look=_look(folder), progress=progress
            )
        told.say(f"{written.files} files, {written.size / 1024:,.0f} KiB")
        for failure in written.failures:
            told.say(f"failed: {failure.part}: {failure.why}")
        for words in despatch.in_words(written.before_despatch):
            told.say(words)
    output.say()
    refused = [each.file for each in brought if each.refused]
    if refused:
        output.say(f"The pack is without {', '.join(refused)}: see above why, mend and run again.")
    notices.say(on=sealed.position_date, known_at=sealed.known_at)
    output.say(f"Open {written.first}")
    if refused or written.failures:
        return importing.NEEDS_A_PERSON
    mark.leave(pack=written.folder, first=written.first)
    return 0


def _look(folder: Path) -> Look:
    """The council's own Word template, where its folder has one."""
    own = folder / WORD_TEMPLATE
    return Look(word_template=own.read_bytes() if own.is_file() else None)


def _latest() -> str:
    frozen = positions.frozen_periods()
    if not frozen:
        raise NothingFrozen("the reporting calendar has no period whose freeze has come: see calendar.yaml")
    return frozen[-1]


def _bring_in(folder: Folder) -> list[Brought]:
    returns = load.returns(folder)
    brought: list[Brought] = []
    with stages.bar("files") as progress:
        for each in cycle.bring_in(
            returns, at=options.now(), started=partial(_next, progress, brought, returns)
        ):
            brought.append(each)
    return brought


def _next(progress: Progress, done: list[Brought], every: Sequence[ReturnFile], file: str) -> None:
    progress(file, len(done), len(every))


def _tell_returns(told: stages.Stage, brought: list[Brought]) -> None:
    fresh = [each for each in brought if not each.read_before]
    added = sum(each.imported.added for each in fresh if each.imported)
    changed = sum(each.imported.changed for each in fresh if each.imported)
    told.say(
        f"{output.counted(len(brought), 'file')}, {len(fresh)} read now: "
        f"{output.counted(added, 'figure')} added, {changed:,} changed"
    )
    for each in fresh:
        if worth := findings.in_words(each.findings):
            told.say("\n      ".join([importing.summary(each), *worth]))
