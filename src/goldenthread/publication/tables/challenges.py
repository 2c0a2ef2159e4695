"""The tables of key challenges: each challenge, what it answers for, and what is done about it."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import cells
from goldenthread.reports.material import Line, Material

PERIOD = Field("period", "string", "Period of the report", is_required=True)
CHALLENGE = Field("challenge", "string", "Code of the challenge, the same while it lasts", is_required=True)
FIELDS = (
    PERIOD,
    CHALLENGE,
    Field("number", "integer", "Its number in this report", is_required=True),
    Field("title", "string", "Its title as printed", is_required=True),
    Field("priority", "string", "Code of the plan's priority"),
    Field("portfolio", "string", "Code of the cabinet portfolio"),
    Field("lead", "string", "The post that leads on it"),
    Field("position", "string", "Where it stands, where that was written; else its indicators say so"),
    Field("why", "string", "Why it is so"),
    Field("back_on_target", "string", "When it will be back on target"),
    Field("since", "string", "What was written of the time since the freeze"),
)
COVERED = (
    PERIOD,
    CHALLENGE,
    Field("kind", "string", "Whether it is an indicator or an action", True, ("indicator", "action")),
    Field("line", "string", "Code of the indicator, or reference of the action", is_required=True),
)
STEPS = (
    PERIOD,
    CHALLENGE,
    Field("step", "integer", "Its place among the actions of the challenge", is_required=True),
    Field("action", "string", "What is done", is_required=True),
    Field("post", "string", "The post that does it"),
    Field("due", "date", "By when"),
    Field("should_change", "string", "The number that it should move"),
    Field("became", "string", "What became of it"),
)


def dataset(material: Material) -> Dataset:
    """One row a challenge, in the order of the report."""
    words = ("position", "why", "back_on_target", "since")
    return _dataset(
        "challenges",
        "Key challenges",
        "Each key challenge with why it is so and when it will be back on target, as known at the report.",
        FIELDS,
        [
            (
                *_key(material, line),
                line["number"],
                line["title"],
                cells.words(line["priority"]),
                cells.words(line["portfolio"]),
                _post(material, line["lead"]),
                *(cells.words(line[name]) for name in words),
            )
            for line in material.challenges.lines
        ],
        key="challenge",
    )


def covered(material: Material) -> Dataset:
    """One row for each indicator or action that a challenge answers for."""
    return _dataset(
        "challenge-lines",
        "What key challenges answer for",
        "The indicators and actions that each key challenge answers for.",
        COVERED,
        [
            (*_key(material, line), kind, code)
            for line in material.challenges.lines
            for kind in ("indicator", "action")
            for code in line[f"{kind}s"]
        ],
        key="challenge kind line",
    )


def steps(material: Material) -> Dataset:
    """One row for each thing that is done about a challenge."""
    return _dataset(
        "challenge-actions",
        "Actions of key challenges",
        "What is done about each key challenge: one post, one date and the number it should move.",
        STEPS,
        [
            (
                *_key(material, line),
                number,
                step["what"],
                _post(material, step["who"]),
                cells.day(step["by"]),
                cells.words(step.get("changes")),
                cells.words(step.get("became")),
            )
            for line in material.challenges.lines
            for number, step in enumerate(line["doing"], start=1)
        ],
        key="challenge step",
    )


def _dataset(
    name: str, title: str, about: str, fields: tuple[Field, ...], rows: list[tuple[Value, ...]], *, key: str
) -> Dataset:
    return Dataset(name, title, about, fields, rows, ("period", *key.split()))


def _key(material: Material, line: Line) -> tuple[str, str]:
    return material.now.sealed.period, line["code"]


def _post(material: Material, code: str) -> str | None:
    return cells.words(material.posts.get(code, code))
