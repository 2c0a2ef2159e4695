"""Key: what each rating, status and trend means, and each reason for a figure that is not rated."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import reasons
from goldenthread.reports.assemble.parts import picked
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.assemble.words import figures
from goldenthread.reports.material import Line

GROUPS = {
    "met": "target met or bettered",
    "near": "missed, but within the tolerance set for this measure",
    "missed": "missed by more",
}
# Why there may be no rating, in the words of the key; other reasons are added where a figure has one.
REASONS = ("no target (context)", "not due", "awaited", "baseline year", "hidden", "discontinued")
# The scheme of a target and a limit, of which the key says everything.
PLAIN = "standard"
STATUSES = (
    (c.COMPLETE, "delivered by the position date"),
    (c.GREEN, "on course for date and scope"),
    (c.AMBER, "late by up to three months, or at risk, with a recovery plan"),
    (c.RED, "later than that, reduced, or without a plan"),
    (c.NOT_STARTED, "not yet due"),
)


def section(q: Quarter) -> c.Section:
    """Indicators and actions beside each other, then trend, picks, and the rules of every scheme in use."""
    pillars = [c.Pillar(q.at.label("indicator").title, (_bands(q),))]
    if q.lines:
        items = tuple(c.line(mark, f": {text}") for mark, text in STATUSES)
        title = q.at.label("flagship_action").title
        pillars.append(c.Pillar(title, (c.BulletList(items, "plain"),)))
    parts: list[c.Block] = [c.Pillars(tuple(pillars)), _marked(q), _trend(q), _picks(q), *_schemes(q)]
    return c.Section("key", "Key to ratings", tuple(parts))


def _bands(q: Quarter) -> c.BulletList:
    bands = tuple(c.line(band.mark, f": {GROUPS[band.group]}") for band in q.bands.ordered)
    used = reasons.ordered(line["reason"] for line in q.corporate if line.get("reason") and not q.rated(line))
    said = [reasons.get(code).label for code in used]
    others = [label for label in said if not any(reason.startswith(label) for reason in REASONS)]
    why = f"always with its reason: {'; '.join((*REASONS, *others))}"
    return c.BulletList((*bands, c.line(c.NOT_RATED, f": {why}")), "plain")


def _marked(q: Quarter) -> c.Paragraph:
    """What else is to be known of a rated figure, and what the marks beside figures say."""
    said = (
        "A figure in arrears is rated, on its own period, and marked. "
        f"Ratings use unrounded figures{_limits(q)}. "
        "[p] provisional, [e] estimated, [r] revised, [c] hidden to protect individuals."
    )
    return c.Paragraph(c.line(said))


def _limits(q: Quarter) -> str:
    """Where it stands how far amber reaches: beneath a target that has a limit, else in the rule."""
    if any(figures.amber_words(line) for line in q.corporate):
        return "; the amber limit stands beneath each target in the corporate scorecard"
    return ""


def _trend(q: Quarter) -> c.Section:
    text = (
        "The arrow says which way the figure moved, the word whether that is good: better or worse by more "
        "than the margin set for the measure, otherwise same. A figure that is cumulative within the year is "
        f"not compared with {q.at.last}."
    )
    return c.Section("key-trend", "Trend", (c.Paragraph(c.line(text)),))


def _picks(q: Quarter) -> c.Section:
    return c.Section("key-picks", "Improved, worsened, to watch", (c.Paragraph(c.line(picked.rule(q))),))


def _schemes(q: Quarter) -> list[c.Section]:
    """The rule of each scheme in use; none where it is the one whose words the key already gives."""
    used: dict[str, list[str]] = {}
    for line in q.corporate:
        used.setdefault(line["scheme"], []).append(line["indicator"])
    if set(used) == {PLAIN}:
        return []
    known = {scheme["code"]: scheme for scheme in q.material.now.sealed.of("scheme")}
    most = max((len(codes) for codes in used.values()), default=0)
    facts = tuple(_scheme(known[code], codes, is_usual=len(codes) == most) for code, codes in used.items())
    rules = c.Facts("rules", "Which rule rates which indicator", facts)
    return [c.Section("key-rules", "The rules", (rules,))]


def _scheme(scheme: Line, codes: list[str], *, is_usual: bool) -> c.Fact:
    name = scheme.get("name") or scheme["code"]
    said = scheme.get("key") or wording.joined(
        [f"{band['label']}: {GROUPS[band['group']]}" for band in scheme["bands"]]
    )
    applies = wording.plural(len(codes), "indicator") if is_usual else wording.joined(codes)
    return c.Fact(str(name), (c.line(str(said)), c.line(c.Quiet(applies))))
