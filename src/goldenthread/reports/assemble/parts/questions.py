"""Questions: what members always ask, and where each answer stands."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble.parts import equality
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.standpoint import APPENDIX_2
from goldenthread.reports.assemble.words import summed


def section(q: Quarter) -> c.Section:
    """One table of questions, each with its answer or the place of it."""
    rows = tuple(c.Row(c.line(asked), (answer,)) for asked, answer in _answers(q))
    columns = (c.Column("Question", share=2), c.Column("Answer, or where it stands", share=5))
    table = c.rows_table("questions-table", "Where this report answers what members ask", columns, rows)
    return c.Section("questions", "What members ask", (table,))


def _answers(q: Quarter) -> list[tuple[str, c.Line]]:
    kind, scorecard = q.at.report.kind, c.Link("the corporate scorecard", f"{APPENDIX_2}.html")
    challenges = q.at.label("challenge").many
    answers = [
        (f"Has this moved since the {kind}?", _moved(q)),
        ("Is it really getting better?", c.line("Each trend in ", scorecard, f" ({_compared(q)}).")),
        ("Who set that target, and was it changed?", _see("Changes to targets and definitions", "goalposts")),
        ("Are we worse than others?", _neighbours(q)),
        ("What about my ward?", _see("Equality, and what is hidden", "equality", equality.NOTHING_BELOW)),
        ("Why is there no figure?", _see("Data notes", "data-notes", "Each has its reason.")),
        ("What did you promise last time?", _see(f"What was promised in {q.at.before}", "promised")),
    ]
    if q.lines:
        split = c.line(
            f"{summed.progress(q.lines, q.adopted)} See ", c.Link("Reconciliation", "#reconciliation"), "."
        )
        answers.append(("Does splitting actions flatter us?", split))
    if q.material.challenges.lines:
        answers += [
            ("When will it be green again?", c.line(f"Back on target, in each of the {challenges}.")),
            ("Is it in our control?", c.line(f"Why, in each of the {challenges}.")),
        ]
    return [*answers, ("What will it cost?", _cost(q))]


def _see(title: str, id: str, said: str = "") -> c.Line:
    return c.line(*([f"{said} "] if said else []), "See ", c.Link(title, f"#{id}"), ".")


def _moved(q: Quarter) -> c.Line:
    count = wording.plural(len(q.material.changes.lines), "figure")
    return _see("Since the freeze", "since", f"{count} changed by {q.at.now_known_day}.")


def _compared(q: Quarter) -> str:
    return f"against {q.at.before}" if q.at.is_yearly else f"against {q.at.before} and {q.at.like}"


def _neighbours(q: Quarter) -> c.Line:
    """Whether peers are held; their year stands beside each figure."""
    compared = sum(bool(line.get("comparator")) for line in q.corporate)
    if not compared:
        return c.line(f"No comparison with other councils is on record for {q.at.now}.")
    held = f"{wording.of_all(compared, len(q.corporate))} are compared, with the year of the comparison: see "
    return c.line(held, c.Link("the corporate scorecard", f"{APPENDIX_2}.html"), ".")


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
