"""Data protection: how people are protected in these papers, and how much was hidden to do it."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.disclosure.gate import WHY_HIDDEN, WITHHELD, Decision
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.reports.assemble import equality
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.assemble.equality import few
from goldenthread.reports.assemble.quarter import Quarter
from goldenthread.reports.form import Form

REVEALS = "its words could identify a person"
HOW = (
    "Personal data is protected when reporting performance: figures are printed for the whole council area "
    "only, {few} is hidden together with everything that would give it away, and words "
    "that could identify a person are withheld."
)

HOW_BELOW = (
    "Personal data is protected when reporting performance: small counts of people are hidden together with "
    "every figure from which they could be worked out, in all tables at once and against what was published "
    "before, and words that could identify a person are withheld."
)


def section(q: Quarter, form: Form) -> c.Section:
    """The council's own words, else how people are protected; then how much was hidden here."""
    said = answers.own_words(form, "data_protection") or (_paragraph(_how(q)),)
    return c.Section("data-protection", "Data Protection Implications", (*said, _paragraph(in_words(q))))


def _how(q: Quarter) -> str:
    return HOW_BELOW if equality.in_brief(q) else HOW.format(few=few.few(q))


def in_words(q: Quarter) -> str:
    """How many indicators have a hidden figure, how many texts are withheld, and what Appendix 3 hides."""
    indicators, texts = len(hidden(q)), len(withheld(q))
    have = "has a hidden figure" if indicators == 1 else "have hidden figures"
    parts = [f"{wording.plural(indicators, 'indicator')} {have}"] if indicators else []
    parts += [f"{wording.plural(texts, 'text')} {'is' if texts == 1 else 'are'} withheld"] if texts else []
    told = rounded(q)
    below, are = equality.hidden_below(q)
    if not parts and not below:
        return f"Nothing had to be hidden in these papers.{told}"
    said = (
        f"{wording.joined(parts)}{f', besides {below}' if below else ''}"
        if parts
        else f"{below} {are} hidden"
    )
    return f"In these papers {said}. Each is marked where it would stand.{told}"


def rounded(q: Quarter) -> str:
    """How many indicators have rounded figures, as one more sentence; "" where none has."""
    lines = [line for line in q.material.now.sealed.of("indicator") if line.get("rounded")]
    if not lines:
        return ""
    have = "has figures" if len(lines) == 1 else "have figures"
    return f" {wording.plural(len(lines), 'indicator')} {have} that are rounded to protect individuals."


def hidden(q: Quarter) -> list[str]:
    """The indicators of which a figure is hidden, in the position or since."""
    return list(dict.fromkeys(each.subject for each in _decisions(q) if each.why == WHY_HIDDEN))


def withheld(q: Quarter) -> list[Decision]:
    """The texts that are withheld: what each is about, what it is, and why without saying which words."""
    told = [each for each in _decisions(q) if each.why != WHY_HIDDEN]
    reasons = (change for change in q.material.changes.lines if change["why"] == WITHHELD)
    return [*told, *(Decision(change["indicator"], "reason of a change", REVEALS) for change in reasons)]


def _decisions(q: Quarter) -> Iterator[Decision]:
    m = q.material
    for cleared in (m.now, m.changes, m.latest, m.challenges, m.previous_challenges):
        yield from cleared.decisions
    yield from m.form.decisions if m.form else ()


def _paragraph(text: str) -> c.Block:
    return c.Paragraph(c.line(text))
