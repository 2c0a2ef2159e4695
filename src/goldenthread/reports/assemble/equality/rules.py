"""Rules: by which policy each indicator is protected, what a reader should know of it, and what is proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods.disclosure.policy import Policy
from goldenthread.reports.assemble.equality import cuts
from goldenthread.reports.assemble.equality.cuts import Cut
from goldenthread.reports.assemble.quarter import Quarter

OF_THINGS: Final = "Not counts of people, and shown as they are"
PROOF: Final = (
    "Level of proof: {level}, width {width}. For each small count there are two tables of whole numbers that "
    "differ in it by {width} or more and agree with all figures published, here and in earlier releases, "
    "with the sums between them and with the rule: from these alone it cannot be worked out. More is not "
    "claimed. "
    "One of the two tables may be likelier than the other; who runs the program itself on both may find that "
    "it would hide other figures in one of them; and who knows one of the hidden counts can work out more."
)
SIGNS: Final = (
    ("[c]", "hidden to protect individuals"),
    ("[low]", "so little that it rounds to nothing"),
    ("[e]", "estimated, in whole or part"),
    ("[p]", "provisional: it may still change"),
    ("[r]", "revised since it was first given"),
    ("[x]", "not available: no figure has come in"),
)


def blocks(q: Quarter, found: Sequence[Cut]) -> Iterator[c.Block]:
    """The policies with their indicators, how strong the proof is; of things only what is broken down."""
    rules: dict[tuple[str, str], list[str]] = {}
    for code, rule in _of_indicators(q, found):
        said = (rule.name or rule.code, _beside(rule)) if rule else (OF_THINGS, "")
        rules.setdefault(said, []).append(code)
    if not rules:
        return
    items = tuple(
        c.line(c.Strong(f"{name}: "), f"{wording.joined(codes)}.{beside}")
        for (name, beside), codes in rules.items()
    )
    table = q.material.now.table
    yield c.Paragraph(c.line("The rules, with the indicators that each is for:"))
    yield c.BulletList(items)
    yield c.Paragraph(c.line(PROOF.format(level=table.level, width=table.width)))


def hide_whole_groups(q: Quarter) -> bool:
    """Whether some figures are hidden because everybody of a group stands in one place."""
    in_use = q.material.now.passed.world.in_use(q.every.values())
    return any(policy.class_disclosure for policy in in_use)


def _of_indicators(q: Quarter, found: Sequence[Cut]) -> Iterator[tuple[str, Policy | None]]:
    """Each indicator with its policy; None for things, which need none."""
    world, broken_down = q.material.now.passed.world, cuts.by_indicator(found)
    for code, line in q.every.items():
        if world.in_use([line]):
            yield code, world.policy(code)
        elif code in broken_down:
            yield code, None


def _beside(rule: Policy) -> str:
    """What a policy gives a reader to know: why it hides nothing, its note, words on signs, its source."""
    known = dict(SIGNS)
    signs = [
        f"{sign}: {words}"
        for sign, words in rule.symbols.items()
        if words.strip(" .").casefold() != known.get(sign, "").casefold()
    ]
    source = [f"Source: {rule.source}"] if rule.source else []
    said = filter(None, (rule.none_because, rule.note, *signs, *source))
    return "".join(f" {each.strip().removesuffix('.')}." for each in said)
