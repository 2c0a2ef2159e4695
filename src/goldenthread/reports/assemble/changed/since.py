"""Since: what has become known after the freeze, beside the frozen figures and never mixed with them."""

from __future__ import annotations

from datetime import date

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.counts import count
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble import standpoint
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, phrases
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

KINDS = {
    "improved": "Better rating",
    "worsened": "Worse rating",
    "newly_reported": "Newly reported",
    "restated": "Restated, same rating",
    "withdrawn": "Withdrawn",
}


def section(q: Quarter) -> c.Section:
    """As now known, held against as frozen: the counts, then each figure that moved and why."""
    title = f"Since the freeze: as now known on {q.at.now_known_day}"
    said = (
        f"This part shows {q.at.now} as now known on {q.at.now_known_day}. "
        f"Everything else in this report{_but_challenges(q)} stands as frozen on {q.at.known_day}."
    )
    blocks: list[c.Block] = [c.Note(c.line(said))]
    changes = q.material.changes.lines
    if not changes:
        blocks.append(
            c.Paragraph(c.line(f"No figure of the {q.at.report.kind} has changed since it was frozen."))
        )
    else:
        blocks += [_counts(q), *_actions(q), _table(q)]
    return c.Section("since", title, tuple(blocks))


def _but_challenges(q: Quarter) -> str:
    """A red is answered after the freeze: the words are of that time, the figures they answer are not."""
    if not q.material.challenges.lines or q.at.now_known_day == q.at.known_day:
        return ""
    return f", except the words of the {q.at.label('challenge').many},"


def now_known(q: Quarter, line: Line) -> Line:
    """An indicator's line as now known: the frozen one where nothing has changed."""
    change = changes_by_indicator(q).get(line["indicator"])
    return change["new"] if change else line


def changes_by_indicator(q: Quarter) -> dict[str, Line]:
    return {change["indicator"]: change for change in q.material.changes.lines}


def _counts(q: Quarter) -> c.Table:
    frozen = q.count(q.corporate)
    known = q.count(tuple(now_known(q, line) for line in q.corporate))
    columns = (
        c.Column("View"),
        *(c.Column(mark.word, "number") for mark in frozen.marks),
        c.Column("All", "number"),
    )
    views = (
        ("As frozen", q.at.known_day, frozen, "all"),
        ("As now known", q.at.now_known_day, known, "known"),
    )
    rows = tuple(
        c.Row(
            c.line(name, c.Quiet(day)),
            (
                *(
                    c.line(count(n, q.at.code, "indicators", code, mark.word))
                    for mark, n in zip(counts.marks, counts.numbers, strict=True)
                ),
                c.line(count(counts.total, q.at.code, "indicators", code, "total")),
            ),
        )
        for name, day, counts, code in views
    )
    return c.rows_table("since-counts", f"Ratings of {q.at.now}, as frozen and as now known", columns, rows)


def _table(q: Quarter) -> c.Table:
    columns = (
        c.Column("Indicator", share=36),
        c.Column("As frozen", "number", share=22),
        c.Column("Rating as frozen", "rating", share=16),
        c.Column("As now known", "value", share=17),
        c.Column("Rating as now known", "rating", share=16),
        c.Column("What happened", share=18),
        c.Column("Known on", share=27),
        c.Column("Why", "note", share=26),
    )
    rows = tuple(_row(q, change) for change in q.material.changes.lines)
    caption = f"Changed since the freeze: figures of {q.at.now} as now known on {q.at.now_known_day}"
    return c.rows_table("since-figures", caption, columns, rows)


def _row(q: Quarter, change: Line) -> c.Row:
    old, new = change["old"], change["new"]
    known = _day(change.get("known_from") or "", q)
    return c.Row(
        c.line(f"{change['indicator']} {old['name']}"),
        (
            figures.value(old, q.at)[:1],
            c.line(marks.rating(old, q.bands, href=figures.receipt(old))),
            figures.value(new, q.at, "now-known")[:1],
            c.line(marks.rating(new, q.bands)),
            c.line(c.Moved(moved_words(q, change))),
            c.line(known or "day not recorded"),
            c.line(dated.sentence(why)) if (why := why_words(change)) else (),
        ),
        changed=True,
    )


def why_words(change: Line) -> str:
    """Why a figure changed; one that was awaited, in whole or part, has simply arrived."""
    if change["kind"] == "newly_reported":
        return "arrived after the freeze"
    if _is_same_figure(change):
        return str(change.get("why") or "the same figure, rated by another target or rule")
    if change["old"].get("coverage") and not change["new"].get("coverage") and not change["hidden"]:
        return f"the rest arrived: {change['old']['coverage']} as frozen"
    return str(change.get("why") or "")


def moved_words(q: Quarter, change: Line) -> str:
    """What happened in a word or two: "Green to amber", "Newly reported"."""
    if change["hidden"] and change["kind"] == "restated":
        return "Restated"
    old, new = q.rated(change["old"]), q.rated(change["new"])
    if old and new and old.mark.word != new.mark.word:
        return f"{old.mark.word} to {new.mark.word.lower()}"
    return KINDS[change["kind"]]


def sentence(q: Quarter, line: Line) -> str:
    """One sentence on a figure since the freeze: "Restated to 1,171 on 16 November 2023 (late cancellations);
    still red."; "" where nothing has changed."""
    change = changes_by_indicator(q).get(line["indicator"])
    if change is None:
        return ""
    if change.get("hidden"):
        return f"{line['indicator']}: {figures.HIDDEN}."
    verb = {"newly_reported": "Reported", "withdrawn": "Withdrawn"}.get(change["kind"], "Restated")
    number = figures.shown(change["new"])
    day = _day(change.get("known_from") or "", q)
    why = f" ({words.rstrip('.')})" if (words := why_words(change)) else ""
    old, new = q.rated(change["old"]), q.rated(change["new"])
    still = "still " if old and new and old.code == new.code else "now "
    rating = f"; {still}{new.mark.word.lower()}" if new else ""
    if _is_same_figure(change):
        return f"{line['indicator']}: still {number}{why}{rating}."
    to = f" to {number}" if verb == "Restated" and number else f": {number}" if number else ""
    return f"{line['indicator']}: {verb.lower()}{to}{f' on {day}' if day else ''}{why}{rating}."


def _is_same_figure(change: Line) -> bool:
    """Whether the rating alone has moved: a target or a rule was changed with effect in the period."""
    old, new = change["old"].get("value"), change["new"].get("value")
    return old is not None and old == new and change["kind"] in ("improved", "worsened")


def _actions(q: Quarter) -> list[c.Block]:
    """Actions that would now stand otherwise at the same position date, such as those that follow one."""
    frozen = {line["ref"]: line for line in q.lines}
    said = []
    for now in q.material.actions_now:
        then = frozen.get(now["ref"])
        if then and now["status"] != then["status"]:
            old, new = marks.status(then["status"]).word, marks.status(now["status"]).word.lower()
            follows = f", with {now['linked_indicator']}" if now.get("linked_indicator") else ""
            said.append(
                c.line(f"{now['ref']} {phrases.action(q, then)}: ", c.Moved(f"{old} to {new}"), f"{follows}.")
            )
    return [c.BulletList(tuple(said))] if said else []


def _day(known_from: str, q: Quarter) -> str:
    """The day in words, its year where that is not the year of the view; "" where none is on record."""
    if not known_from:
        return ""
    day = date.fromisoformat(known_from)
    is_this_year = day.year == standpoint.local_day(q.material.changes_known_at).year
    return wording.day_of_year(day) if is_this_year else wording.day(day)
