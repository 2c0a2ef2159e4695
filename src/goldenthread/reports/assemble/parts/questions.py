"""Questions: what members always ask, and where each answer stands."""

from __future__ import annotations

from collections import Counter

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import neighbours, peer_names
from goldenthread.reports.assemble.changed import promised
from goldenthread.reports.assemble.parts import equality
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.standpoint import APPENDIX_2
from goldenthread.reports.assemble.words import reasoned, summed
from goldenthread.reports.material import Line


def section(q: Quarter) -> c.Section:
    """One table of questions, each with its answer or the place of it."""
    rows = tuple(c.Row(c.line(asked), (answer,)) for asked, answer in _answers(q))
    columns = (c.Column("Question", share=2), c.Column("Answer, or where it stands", share=5))
    table = c.rows_table("questions-table", "What members ask, and where this report answers", columns, rows)
    return c.Section("questions", "What members ask", (table,))


def _answers(q: Quarter) -> list[tuple[str, c.Line]]:
    kind = q.at.report.kind
    answers = [
        (f"Has this moved since the {kind}?", _moved(q)),
        ("Is it really getting better?", _better(q)),
        ("Who set that target, and was it changed?", _targets(q)),
        ("Are we worse than others?", _neighbours(q)),
        ("What about my ward?", equality.of_my_ward(q)),
        ("Why is there no figure?", _unrated(q)),
        ("What did you promise last time?", _promised(q)),
    ]
    if q.lines:
        split = _see("Reconciliation", "reconciliation", summed.progress(q.lines, q.adopted))
        answers.append(("Does splitting actions flatter us?", split))
    if q.material.challenges.lines:
        each = f"of each of the {wording.plural(len(q.material.challenges.lines), *_challenge(q))}."
        answers += [
            ("When will it be green again?", c.line(f"The date stands under Back on target {each}")),
            ("Is it in our control?", c.line(f"The cause stands under Why {each}")),
        ]
    return [*answers, ("What will it cost?", _cost(q))]


def _challenge(q: Quarter) -> tuple[str, str]:
    label = q.at.label("challenge")
    return label.one, label.many


def _see(title: str, id: str, said: str = "") -> c.Line:
    return c.line(*([f"{said} "] if said else []), "See ", c.Link(title, f"#{id}"), ".")


def _scorecard(said: str) -> c.Line:
    return c.line(f"{said} See ", c.Link("the corporate scorecard", f"{APPENDIX_2}.html"), ".")


def _moved(q: Quarter) -> c.Line:
    changes = q.material.changes.lines
    if not changes:
        return _see("Since the freeze", "since", f"No: no figure had changed by {q.at.now_known_day}.")
    moved = sum(q.rated(each["old"]) != q.rated(each["new"]) for each in changes)
    have = "has" if len(changes) == 1 else "have"
    count = wording.plural(len(changes), "figure")
    said = f"{count} {have} changed by {q.at.now_known_day}; with them {wording.plural(moved, 'rating')}."
    return _see("Since the freeze", "since", said)


def _better(q: Quarter) -> c.Line:
    """How many are better and worse than a year ago: the season is the same."""
    which, when = ("previous", q.at.before) if q.at.is_yearly else ("like", q.at.like)
    found = Counter(line.get(f"trend_{which}") for line in q.corporate if not line.get("hidden"))
    compared = sum(found[code] for code in wording.VERDICTS)
    if not compared:
        return _scorecard(f"No figure can be compared with {when}.")
    told = wording.joined([f"{found[code]} {word}" for code, word in wording.VERDICTS.items()])
    label = q.at.label("indicator")
    return _scorecard(
        f"{wording.plural(compared, label.one, label.many)} can be compared with {when}: {told}."
    )


def _targets(q: Quarter) -> c.Line:
    """Who changed a target; where it is the average of peers, that nobody set it."""
    codes = {line["indicator"] for line in q.corporate}
    changes = [each for each in q.material.now.sealed.of("target_change") if each["indicator"] in codes]
    told = [f"{_title(q, each)} ({each['approver']}, {each['direction']})" for each in changes]
    peers = sum(bool(peer_names.words(line)) for line in q.corporate)
    said = (
        [f"{wording.plural(peers, 'target')} {'is' if peers == 1 else 'are'} the average of peers."]
        if peers
        else []
    )
    said += [f"Changed in the year: {wording.joined(told)}." if told else "None was changed in the year."]
    return _see("Changes to targets and definitions", "goalposts", " ".join(said))


def _title(q: Quarter, change: Line) -> str:
    return f"{change['indicator']} {q.every[change['indicator']]['name']}"


def _unrated(q: Quarter) -> c.Line:
    count = sum(not q.rated(line) for line in q.corporate)
    if not count:
        return _see("Data notes", "data-notes", "Every indicator is rated.")
    are = "is" if count == 1 else "are"
    why = reasoned.in_words(q.corporate, q)
    return _see("Data notes", "data-notes", f"{wording.plural(count, 'indicator')} {are} not rated: {why}.")


def _promised(q: Quarter) -> c.Line:
    count = promised.count(q)
    title = f"What was promised in {q.at.before}"
    said = f"{wording.plural(count, 'promise')} of {q.at.before} {'is' if count == 1 else 'are'} answered."
    return _see(title, "promised", said if count else f"No promise of {q.at.before} is on record.")


def _neighbours(q: Quarter) -> c.Line:
    """How many do no worse than their peers; what those reached stands with the scorecard."""
    if verdicts := neighbours.with_a_verdict(q):
        said = _share(sum(verdicts.values()), len(verdicts))
        place = c.Link(neighbours.TITLE, f"{APPENDIX_2}.html#{neighbours.ID}")
        return c.line(f"{said} did as well as the median of others or better. See ", place, ".")
    found = [line for line in q.corporate if line.get("value") is not None and line.get("comparator")]
    held = [(line, _is_no_worse(line)) for line in found]
    told = [is_no_worse for _, is_no_worse in held if is_no_worse is not None]
    if not told:
        return c.line(f"No comparison with other councils is on record for {q.at.now}.")
    return _scorecard(f"{_share(sum(told), len(told))} did as well as other councils or better.")


def _share(part: int, whole: int) -> str:
    return wording.share_of(part, whole, "indicator that can be compared", "indicators that can be compared")


def _is_no_worse(line: Line) -> bool | None:
    """Whether a figure is at its peers' or better; None where neither way is better, or they have none."""
    theirs = (line.get("comparator") or {}).get("value")
    if theirs is None or line["polarity"] not in ("higher", "lower"):
        return None
    return bool(line["value"] >= theirs if line["polarity"] == "higher" else line["value"] <= theirs)


def _cost(q: Quarter) -> c.Line:
    """The challenges that name the finance report; no cost is worked out here."""
    named = [
        str(line["number"])
        for line in q.material.challenges.lines
        if "finance report" in f"{line['position']} {line['why']} {line['back_on_target']}"
    ]
    none = "This report works out no costs."
    if not named:
        return c.line(none)
    label = q.at.label("challenge")
    which = f"{label.one if len(named) == 1 else label.many} {wording.joined(named)}"
    return c.line(f"{none} The finance report is named in {which}.")
