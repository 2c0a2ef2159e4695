"""Promised: what was promised last time, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from goldenthread.documents import content as c
from goldenthread.documents.wording import dated
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures, phrases, spoken
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks

NOT_YET = "not yet reported"


def section(q: Quarter) -> c.Section:
    """What owners promised of each measure and action, the actions of key challenges, and other promises."""
    title = f"What was promised in {q.at.before} and what became of it"
    blocks = [*_comments(q), *_steps(q), *_others(q)]
    if not blocks:
        blocks = [c.Paragraph(c.line(f"No promise of {q.at.before} is on record here."))]
    return c.Section("promised", title, tuple(blocks))


def count(q: Quarter) -> int:
    """How many promises are told of."""
    steps = [step for challenge in q.material.previous_challenges.lines for step in challenge["doing"]]
    return len(list(_promises(q))) + len(steps)


def _comments(q: Quarter) -> list[c.Block]:
    rows = tuple(_promises(q))
    if not rows:
        return []
    columns = (
        c.Column("Indicator or action", share=5),
        c.Column(f"Promised in {q.at.before}", share=5),
        c.Column("What became of it", share=5),
        c.Column(f"{q.at.before} rating", "rating", share=2),
        c.Column(f"{q.at.now} rating", "rating", share=2),
    )
    caption = f"Promises of {q.at.before}, and what their owners say of them in {q.at.now}"
    return [c.rows_table("promised-words", caption, columns, rows)]


def _promises(q: Quarter) -> Iterator[c.Row]:
    """One row for each indicator or action of which the position before says what comes next."""
    if q.material.previous is None:
        return
    actions = {line["ref"]: line for line in q.actions}
    for said in sorted(q.material.previous.sealed.of("commentary"), key=partial(_place, q)):
        promise = said.get("next")
        if not promise:
            continue
        if code := said.get("indicator"):
            if code in q.every:
                yield _row(
                    q.every[code]["name"], code, promise, _became(q, "indicator", code), *_ratings(q, code)
                )
        elif (code := said.get("action")) and code in actions:
            line = actions[code]
            statuses = (marks.status(line.get("previous_status")), marks.status(line.get("status")))
            yield _row(phrases.action(q, line), code, promise, _became(q, "action", code), *statuses)


def _place(q: Quarter, said: Line) -> tuple[bool, int]:
    """Indicators in the order of the scorecard, then actions in the order of the plan."""
    codes = [line["indicator"] for line in q.corporate]
    refs = [line["ref"] for line in q.actions]
    is_action, code = bool(said.get("action")), said.get("action") or said.get("indicator")
    order = refs if is_action else codes
    return is_action, order.index(code) if code in order else len(order)


def _row(name: str, code: str, promise: str, became: str, then: c.Mark, now: c.Mark) -> c.Row:
    return c.Row(c.line(f"{code} {name}"), (c.line(promise), c.line(became), c.line(then), c.line(now)))


def _became(q: Quarter, kind: str, code: str) -> str:
    """What the owner says came of it: a comment of the topic, else the comment on the thing itself."""
    told = [*spoken.promises(q, kind, code), *spoken.on(q, kind, code)]
    return next((text for words in told for text in words.said("happened")), NOT_YET)


def _ratings(q: Quarter, code: str) -> tuple[c.Mark, c.Mark]:
    then, now = q.before.get(code), q.every[code]
    earlier = marks.rating(then, q.bands) if then else marks.NOT_REPORTED
    return earlier, marks.rating(now, q.bands, href=figures.receipt(now))


def _steps(q: Quarter) -> list[c.Block]:
    rows = tuple(
        c.Row(
            c.line(dated.sentence(step["what"]), c.Quiet(challenge["title"])),
            (
                c.line(q.at.post(step["who"])),
                c.line(dated.due(step["by"])),
                c.line(step.get("changes") or "not said"),
                c.line(step.get("became") or NOT_YET),
            ),
        )
        for challenge in q.material.previous_challenges.lines
        for step in challenge["doing"]
    )
    if not rows:
        return []
    columns = (
        c.Column("What was promised", share=5),
        c.Column("Who", share=3),
        c.Column("By", share=2),
        c.Column("What it should change", share=3),
        c.Column("What became of it", share=5),
    )
    caption = f"Actions of the key challenges of {q.at.before}, as known on {q.at.now_known_day}"
    return [c.rows_table("promised-steps", caption, columns, rows)]


def _others(q: Quarter) -> list[c.Block]:
    """Promises told of without one on record in the position before."""
    earlier = q.material.previous.sealed.of("commentary") if q.material.previous else ()
    on_record = {said.get("indicator") or said.get("action") for said in earlier if said.get("next")}
    told = [
        words
        for words in spoken.on(q, "topic", "promise")
        if (words.line.get("indicator") or words.line.get("action")) not in on_record
    ]
    return [block for words in told for block in words.paragraphs()]
