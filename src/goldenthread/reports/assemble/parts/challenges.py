"""Key challenges: every red answers for itself: position, why, what is done, when back on target."""

from __future__ import annotations

from collections.abc import Mapping

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble.changed import latest, since
from goldenthread.reports.assemble.quarter import Group, Quarter
from goldenthread.reports.assemble.words import figures, phrases, sparks
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks


def section(q: Quarter, group: Group, id: str) -> c.Section | None:
    """A group's challenges by number, after a sentence that says whether every red has one.

    Nothing for a council that keeps no challenges: the head of its report says so once.
    """
    if not q.material.challenges.lines:
        return None
    label = q.at.label("challenge")
    found = [challenge for challenge in q.material.challenges.lines if _belongs(q, challenge, group)]
    blocks: list[c.Block] = [c.Paragraph(c.line(coverage_words(q, group)))]
    if found and q.at.now_known_day != q.at.known_day:
        blocks.append(c.Paragraph(c.line(_whose_words(q)), "quiet"))
    blocks += [_panel(q, challenge) for challenge in found]
    return c.Section(f"{id}-challenges", f"{label.many[:1].upper()}{label.many[1:]}", tuple(blocks))


def _whose_words(q: Quarter) -> str:
    """The three views are never mixed: which of them the words of a challenge are."""
    return (
        f"The figure and rating at the head of each are as frozen on {q.at.known_day}; "
        f"the words beneath are as known on {q.at.now_known_day}."
    )


def coverage_words(q: Quarter, group: Group) -> str:
    """Whether every red of a group belongs to a challenge; which do not, where some do not."""
    label = q.at.label("challenge").one
    reds = reds_of(q, group)
    if not reds:
        return "Nothing here is red."
    without = [code for code in reds if code not in numbers(q)]
    if not without:
        said = "The red here belongs" if len(reds) == 1 else f"Each of the {len(reds)} reds here belongs"
        return f"{said} to a {label}."
    have, them = ("has", "it") if len(without) == 1 else ("have", "them")
    named = wording.joined([_named(q, code) for code in without])
    return f"{named} {have} no {label}: none was given for {them}."


def _named(q: Quarter, code: str) -> str:
    """The code with the name of what it stands for."""
    if line := q.every.get(code):
        return f"{code} {line['name']}"
    return next((f"{code} {phrases.action(q, line)}" for line in q.lines if line["ref"] == code), code)


def reds_of(q: Quarter, group: Group) -> list[str]:
    """The codes of a group's indicators and actions that missed by more than the tolerance."""
    indicators = [x["indicator"] for x in group.indicators if (band := q.rated(x)) and band.group == "missed"]
    return [*indicators, *(x["ref"] for x in group.actions if x["status"] == "red" and not x["is_parent"])]


def numbers(q: Quarter) -> Mapping[str, int]:
    """The number of the challenge to which each indicator and action belongs."""
    return {
        code: challenge["number"]
        for challenge in reversed(q.material.challenges.lines)
        for code in (*challenge["indicators"], *challenge["actions"])
    }


def reference(q: Quarter, line: Line) -> c.Line:
    """The cell that leads to an indicator's challenge."""
    number = numbers(q).get(line["indicator"])
    if number:
        return c.line(c.Link(f"Challenge {number}", address(number)))
    band = q.rated(line)
    return c.line(c.Quiet("none given" if band and band.group == "missed" else "none needed"))


def address(number: int) -> str:
    """Where a challenge stands in the report."""
    return f"appendix-1-strategic-performance-report.html#challenge-{number}"


def _belongs(q: Quarter, challenge: Line, group: Group) -> bool:
    if any(challenge["priority"] == each.code for each in q.groups):
        return bool(challenge["priority"] == group.code)
    return any(line["indicator"] in challenge["indicators"] for line in group.indicators)


def _panel(q: Quarter, challenge: Line) -> c.Panel:
    lines = [q.every[code] for code in challenge["indicators"] if code in q.every]
    refs = [line for line in q.lines if line["ref"] in challenge["actions"]]
    number = challenge["number"]
    return c.Panel(
        f"challenge-{number}",
        f"Challenge {number}. {challenge['title']}",
        _rows(q, challenge, lines),
        _figures(q, lines, refs),
        c.line(_about(q, challenge, lines, refs)),
        sparks.of(lines[0], q.at) if lines else None,
    )


def _figures(q: Quarter, lines: list[Line], refs: list[Line]) -> tuple[c.Line, ...]:
    """At the head of a panel: figure, target and rating of its first indicator, else the action's status."""
    if not lines:
        return tuple(c.line(f"{line['ref']} ", marks.status(line["status"])) for line in refs)
    line = lines[0]
    mark = marks.rating(line, q.bands, href=figures.receipt(line))
    which = [f"{line['indicator']} "] if len(lines) > 1 else []
    return (c.line(*which, _figure(q, line)), figures.goal(line, q.at), c.line(mark))


def _figure(q: Quarter, line: Line) -> c.Span:
    """The figure with its unit, or why there is none."""
    if not figures.shown(line):
        return c.Text(figures.why_none(line, q.at))
    return c.Number(phrases.result(line), figures.path(line, q.at, "value"), figures.exact(line, "value"))


def _about(q: Quarter, challenge: Line, lines: list[Line], refs: list[Line]) -> str:
    held = q.at.holder(challenge["portfolio"])
    title = q.at.portfolio(challenge["portfolio"])
    covered = [_standing(q, line, is_first=line is lines[0]) for line in lines]
    covered += [_action_standing(q, line) for line in refs]
    holder = f"Portfolio holder: {title}{f' ({held})' if held else ''}."
    return f"{'; '.join(covered)}. {holder} Lead: {q.at.post(challenge['lead'])}."


def _standing(q: Quarter, line: Line, *, is_first: bool) -> str:
    """Rating now and in the position before: "HOU01 Households in temporary accommodation: red, amber in Q1".

    The figure of the first stands above; of the others it is said here.
    """
    then = q.before.get(line["indicator"])
    now = marks.rating(line, q.bands).word
    said = _moved(q, now, marks.rating(then, q.bands).word if then else "")
    figure = "" if is_first else f"{phrases.result(line)}, "
    return f"{line['indicator']} {line['name']}: {figure}{said}"


def _action_standing(q: Quarter, line: Line) -> str:
    then = line.get("previous_status")
    said = _moved(q, marks.status(line["status"]).word, marks.status(then).word if then else "")
    return f"{line['ref']} {phrases.action(q, line)}: {said}"


def _moved(q: Quarter, now: str, then: str) -> str:
    """ "red, amber in Q1"; "red, as in Q1"."""
    if not then:
        return now.lower()
    return (
        f"{now.lower()}, as in {q.at.before}"
        if now == then
        else f"{now.lower()}, {then.lower()} in {q.at.before}"
    )


def _rows(q: Quarter, challenge: Line, lines: list[Line]) -> tuple[c.PanelRow, ...]:
    position = challenge["position"] or " ".join(phrases.position(q, line) for line in lines)
    rows = [
        _said("Position", position or "No figure belongs to this challenge."),
        _said("Why", challenge["why"]),
        c.PanelRow("What we are doing", (_doing(q, challenge),)),
        _said("Back on target", challenge["back_on_target"]),
        _said(f"Since the {q.at.report.kind}", _since(q, challenge, lines)),
    ]
    return tuple(rows)


def _said(label: str, text: str) -> c.PanelRow:
    return c.PanelRow(label, (c.Paragraph(c.line(text)),))


def _doing(q: Quarter, challenge: Line) -> c.Block:
    steps = challenge["doing"]
    if not steps:
        return c.Paragraph(c.line("No action is on record."))
    columns = (
        c.Column("Action", share=5),
        c.Column("Who", share=3),
        c.Column("By when", share=2),
        c.Column("What it should change", share=3),
    )
    rows = tuple(
        c.Row(
            c.line(dated.sentence(step["what"])),
            (
                c.line(q.at.post(step["who"])),
                c.line(dated.due(step["by"])),
                c.line(dated.sentence(step.get("changes") or "not said")),
            ),
        )
        for step in steps
    )
    number = challenge["number"]
    return c.rows_table(f"challenge-{number}-actions", f"Actions of challenge {number}", columns, rows)


def _since(q: Quarter, challenge: Line, lines: list[Line]) -> str:
    """What is known since the freeze: the council's own words, else the changes to its figures; then the
    latest month, where there is one."""
    said = challenge["since"] or " ".join(text for line in lines if (text := since.sentence(q, line)))
    known = (
        f"As now known on {q.at.now_known_day}: {said}"
        if said
        else f"No change known on {q.at.now_known_day}."
    )
    months = latest.sentence(q, lines)
    return f"{known} {months}" if months else known
