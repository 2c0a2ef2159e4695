"""Sheet: all that is known of one indicator on one or two pages: what it says, chart, forecast, answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from goldenthread.assessments.compared import words as compared
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.documents.wording import dated
from goldenthread.methods.forecast import told
from goldenthread.methods.message import LABELS, SENTENCES
from goldenthread.scorecards import marks
from goldenthread.sessions.answers import Answer
from goldenthread.sessions.pack import Pack
from goldenthread.sessions.said import charts, words

STEPS: Final = (
    c.Column("What will be done", share=36),
    c.Column("By whom", share=22),
    c.Column("By when", share=14),
    c.Column("What it should move", share=28),
)

NO_CHALLENGES: Final = "No key challenges are on record, so nothing says what is done about them."


def section(pack: Pack, row: words.Row, id: str) -> c.Section:
    """The sheet of an indicator, by the row of its message."""
    line = pack.look.lines[row["indicator"]]
    return c.Section(id, f"{row['indicator']} {line['name']}", tuple(_blocks(pack, row, id)))


def bands(pack: Pack) -> marks.Bands:
    """The bands of the schemes that rate the view's lines."""
    return marks.bands(pack.view.schemes, [line["scheme"] for line in pack.view.lines])


def _blocks(pack: Pack, row: words.Row, id: str) -> Iterator[c.Block]:
    code = row["indicator"]
    yield c.Paragraph(c.line(c.Strong(f"{LABELS[row['message']]}. "), _said(row)))
    yield c.Facts(f"{id}-facts", f"{code}: what is known", tuple(_facts(pack, row)))
    if drawn := charts.figure(row, pack.look, f"{id}-chart"):
        # All tables of charts come after the last sheet, so that a sheet stays one or two pages.
        yield replace(drawn, twin_place="end")
    if code in pack.forecasts:
        lines = tuple(c.line(each) for each in told.receipt(pack.forecasts[code]))
        yield c.Section(f"{id}-forecast", "Year-end forecast", (c.BulletList(lines),))
    if compared_ := list(_compared(pack, code)):
        yield c.Section(f"{id}-others", "Beside other councils", tuple(compared_))
    if pack.answers:
        yield c.Section(f"{id}-answer", "What is done about it", tuple(_answer(pack, code, id)))


def _said(row: words.Row) -> str:
    """What the message says, and why where that says more."""
    sentence, why = SENTENCES[row["message"]], f"{dated.sentence(row['why_message'])}."
    return sentence if why == sentence else f"{sentence} Why: {row['why_message']}."


def _facts(pack: Pack, row: words.Row) -> Iterator[c.Fact]:
    line = pack.look.lines[row["indicator"]]
    if row["is_exception"]:
        yield c.Fact("Exception", (c.line(dated.sentence(row["why_exception"])),))
    yield c.Fact("Figure", tuple(_figure(pack, row)))
    yield c.Fact("Rating", (c.line(marks.rating(line, bands(pack))),))
    if changes := list(_changes(line)):
        yield c.Fact("Change", tuple(c.line(each) for each in changes))
    if trend := list(_trends(pack, row["indicator"])):
        yield c.Fact("Trend", tuple(trend))
    yield c.Fact("Variation", (c.line(dated.sentence(words.variation(row))),))
    yield c.Fact("Target, by the limits", (c.line(dated.sentence(words.assurance(row))),))
    yield c.Fact(
        "Charted",
        (
            c.line(
                dated.sentence(words.charted(row)), c.Quiet(f"limits or median: {words.limits(row, line)}")
            ),
        ),
    )
    if known := words.beside(row, pack.look.charts.starts):
        yield c.Fact("To be known", tuple(c.line(each) for each in known))


def _figure(pack: Pack, row: words.Row) -> Iterator[c.Line]:
    line = pack.look.lines[row["indicator"]]
    yield c.line(words.figure(line), c.Quiet(words.label(row["period"])))
    interval = pack.intervals.get(row["indicator"])
    if interval and interval["interval_lower"] is not None:
        ends = [
            wording.figure(interval[f"interval_{end}"], words.measure(line)) for end in ("lower", "upper")
        ]
        yield c.line(
            f"Likely between {ends[0]} and {ends[1]}", c.Quiet(f"95% interval, {interval['interval_method']}")
        )
    if line.get("with_care") or (interval and interval["interpret_with_care"]):
        few = "answers" if line.get("survey") else "cases"
        yield c.line(f"Few {few}: interpret with care.")


def _changes(line: words.Row) -> Iterator[str]:
    """How the figure moved from the period before and from the like one, by their verdicts."""
    for name in ("previous", "like"):
        is_another = name == "previous" or line["like_period"] != line["previous_period"]
        if line[f"trend_{name}"] and line[f"{name}_period"] and is_another:
            was = wording.figure(line[f"{name}_value"], words.measure(line))
            verdict = dated.sentence(wording.VERDICTS[line[f"trend_{name}"]])
            yield f"{verdict}: {was} in {words.label(line[f'{name}_period'])}"


def _trends(pack: Pack, code: str) -> Iterator[c.Line]:
    for found in (pack.trends.get(code), pack.recent.get(code)):
        if found and found["trend"]:
            over = f"{words.label(found['from_period'])} to {words.label(found['to_period'])}"
            points = wording.plural(found["points"], "figure")
            yield c.line(
                dated.sentence(wording.VERDICTS[found["trend"]]),
                c.Quiet(f"{found['method']}, {points}, {over}"),
            )
        elif found and found["why"] in words.WHY_NO_TREND:
            yield c.line("None told", c.Quiet(f"{found['method']}: {words.WHY_NO_TREND[found['why']]}"))


def _compared(pack: Pack, code: str) -> Iterator[c.Block]:
    lines, _ = compared.told(pack.compared.lines)
    for line in lines.iter_rows(named=True):
        if line["indicator"] == code:
            place = f"{compared.place(line)}, {compared.quartile(line)}; {compared.gap(line)}."
            yield c.Paragraph(c.line(c.Strong(f"{line['group_name']}: "), place))
            yield c.Paragraph(c.line(line["caveat"]), "quiet")


def _answer(pack: Pack, code: str, id: str) -> Iterator[c.Block]:
    answer = pack.answers.get(code)
    if answer is None:
        yield c.Paragraph(c.line("No key challenge names it: nobody has yet said what will be done."))
        return
    when = f" ({words.label(answer.period)})" if answer.is_of_before else ""
    yield c.Paragraph(
        c.line(c.Strong(f"Key challenge {answer.number}{when}: "), f"{answer.title}. Lead: {answer.lead}.")
    )
    yield c.Paragraph(c.line(f"Why: {answer.why}"))
    if answer.back_on_target:
        yield c.Paragraph(c.line(f"Back on target: {answer.back_on_target}"))
    if answer.steps:
        yield c.rows_table(f"{id}-steps", f"{code}: what will be done", STEPS, _steps(answer))


def _steps(answer: Answer) -> tuple[c.Row, ...]:
    return tuple(
        c.Row(
            c.line(dated.sentence(step.what), *([c.Quiet(f"Became: {step.became}")] if step.became else [])),
            (c.line(step.who), c.line(dated.due(step.by)), c.line(step.changes or "not said")),
        )
        for step in answer.steps
    )
