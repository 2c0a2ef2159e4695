"""Phrases: what is said of one indicator in a sentence."""

from __future__ import annotations

from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

COMPARED = ("previous", "like")


def compared(line: Line) -> str | None:
    """What the figure is held against: "previous", else "like"; None where neither may be."""
    for against in COMPARED:
        if line.get(f"trend_{against}"):
            return against
    return None


def band_steps(q: Quarter, line: Line) -> int:
    """How many bands worse than in the position before; below zero where better, 0 where not comparable."""
    then = q.before.get(line["indicator"])
    now_band, then_band = q.rated(line), q.bands.of(then) if then else None
    return now_band.order - then_band.order if now_band and then_band else 0


def result(line: Line) -> str:
    """The figure in a sentence, with its unit: "34.2 days", "11 of 11"."""
    number = figures.amount(line["value"])
    if number is None:
        return figures.HIDDEN if line.get("hidden") else "no figure"
    counts = figures.counts(line)
    return wording.figure(number, figures.measure(line), place="sentence", counts=counts)


def change(q: Quarter, line: Line, against: str) -> str:
    """How the figure moved: "up 4.3 percentage points on last quarter, better"; "" where not compared."""
    earlier, now = figures.amount(line.get(f"{against}_value")), figures.amount(line["value"])
    if now is None or earlier is None or line.get(f"why_{against}") not in ("", None, "neutral"):
        return ""
    on = q.at.last if against == "previous" else q.at.same_time
    trend = line.get(f"trend_{against}")
    return wording.change(now, earlier, figures.measure(line), on=on, trend=trend)


def counted(line: Line) -> str:
    """The figure in a sentence with its counts beside it: "0.09% (2,411 of 2,678,626)"."""
    counts = "" if line.get("hidden") or line.get("display") == "counts" else figures.counts_words(line)
    return f"{result(line)} ({counts})" if counts else result(line)


def action(q: Quarter, line: Line) -> str:
    """What an action is: of a part, the adopted wording and then its own."""
    whole = next((each["wording"] for each in q.actions if each["ref"] == line["parent"]), "")
    own = str(line["wording"]).removeprefix("- ")
    return f"{whole}: {own}" if whole else own


def movement(q: Quarter, line: Line) -> str:
    """What moved: the figure, the change, and the rating where it moved too."""
    against = compared(line)
    said = [counted(line), *([change(q, line, against)] if against else [])]
    told = f"{', '.join(part for part in said if part)}."
    then = q.before.get(line["indicator"])
    if then and band_steps(q, line) and (old := q.bands.of(then)):
        told += f" {old.mark.word} in {q.at.before}, now"
    return told


def margin(q: Quarter, line: Line) -> str:
    """How far a figure stands from its next worse band: "27.8; next worse band beyond 25.2"."""
    edge = figures.amount(line.get("worse_edge"))
    worse = q.bands.named(line["scheme"], line.get("worse_band"))
    said = [counted(line)]
    if edge is not None and worse is not None:
        way = "below" if line["value"] >= line["worse_edge"] else "above"
        if line["value"] == line["worse_edge"] and line["polarity"] == "lower":
            way = "above"
        limit = wording.figure(edge, figures.measure(line), place="sentence")
        said.append(f"{worse.mark.word.lower()} {way} {limit}")
    against = "previous" if line.get("trend_previous") == "worsening" else "like"
    said.append(change(q, line, against))
    return f"{'; '.join(part for part in said if part)}."


def position(q: Quarter, line: Line) -> str:
    """Where an indicator stands, in full: figure, target, amber limit, both changes."""
    asked = figures.target_words(line)
    limit = figures.amber_words(line)
    against = f" against a target of {asked}{f' ({limit})' if limit else ''}" if asked else ""
    when = periods.label(periods.parse(line["period"])) if line.get("period") else q.at.now
    first = f"{line['indicator']}: {result(line)} ({when}){against}."
    moves = [change(q, line, against) for against in COMPARED[: 1 if q.at.is_yearly else 2]]
    said = "; ".join(move for move in moves if move)
    return f"{first} {said[:1].upper()}{said[1:]}." if said else first
