"""Smallham: a small frozen quarter by hand: two priorities, eight indicators, four lines of actions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldenthread.disclosure import beside, gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.positions.changes import Change
from goldenthread.positions.queries import Sealed
from goldenthread.reports.material import Material

Line = dict[str, Any]

FROZEN = datetime(2023, 11, 10, 17, tzinfo=UTC)
NOW = datetime(2023, 11, 30, 23, 59, tzinfo=UTC)

SCHEME: Line = {
    "code": "standard",
    "name": "Target and limit",
    "key": "Green: target met or bettered. Amber: within the limit. Red: missed by more.",
    "bands": [
        {
            "code": "green",
            "label": "Green",
            "short": "G",
            "shape": "circle",
            "token": "green",
            "group": "met",
        },
        {
            "code": "amber",
            "label": "Amber",
            "short": "A",
            "shape": "triangle",
            "token": "amber",
            "group": "near",
        },
        {"code": "red", "label": "Red", "short": "R", "shape": "square", "token": "red", "group": "missed"},
    ],
    "edges": [{"at": "target"}, {"at": "amber"}],
}

LABELS = {"flagship_action": {"one": "Pledge", "many": "Pledges", "short": "PL"}}

PORTFOLIOS = (
    {"code": "customer", "title": "Customer Services", "holder": "Cllr A. Brookly", "order": 1},
    {"code": "housing", "title": "Housing", "holder": "Cllr P. Newfield", "order": 2},
)
PRIORITIES = (
    {
        "code": "RF",
        "name": "Residents first",
        "short": "Residents",
        "order": 1,
        "outcomes": [{"code": "RF1", "name": "An answer first time"}],
    },
    {"code": "SN", "name": "Those in need", "short": "Need", "order": 2, "outcomes": []},
)
UNITS = (
    {"code": "SMH", "name": "Smallham", "kind": "council", "parent": "", "order": 0},
    {"code": "RES", "name": "Resources", "kind": "directorate", "parent": "SMH", "order": 1},
    {"code": "RES.customer", "name": "Customer Services", "kind": "service", "parent": "RES", "order": 1},
)


def indicator(code: str, **said: Any) -> Line:
    """An indicator's line: a percentage of 100 in quarter 2, green against 90, unless said otherwise."""
    line: Line = {
        "indicator": code,
        "name": f"Measure {code}",
        "definition": f"What {code} counts.",
        "unit": "%",
        "multiplier": 100.0,
        "decimals": 1,
        "display": "",
        "polarity": "higher",
        "basis": "quarter",
        "calendar": "financial",
        "aggregation": "ratio_of_sums",
        "frequency": "quarterly",
        "arrears_months": 0,
        "due_note": "",
        "expected": None,
        "scheme": "standard",
        "unit_code": "RES.customer",
        "directorate": "RES",
        "portfolio": "customer",
        "owner": "Head of Customer Services",
        "priority": "RF",
        "outcome": "RF1",
        "counts_people": False,
        "never_break_down": [],
        "dimensions": [],
        "corporate": True,
        "breaks": [],
        "source": "Customer return",
        "period": "2023-24-Q2",
        "value": 92.0,
        "value_exact": None,
        "value_text": None,
        "numerator": 184.0,
        "denominator": 200.0,
        "status": "actual",
        "coverage": "",
        "sources": ["customer.xlsx, sheet Q2, C7"],
        "in_arrears": False,
        "target": 90.0,
        "target_exact": "90",
        "amber": 85.0,
        "amber_exact": "85",
        "lower": None,
        "upper": None,
        "amber_lower": None,
        "amber_upper": None,
        "tolerance": None,
        "tolerance_kind": None,
        "floor": None,
        "target_version": 1,
        "target_effective_from": "2023-04-01",
        "target_approver": "Cabinet",
        "target_why": "Plan adopted",
        "target_year_end": None,
        "rating": "green",
        "reason": "",
        "better_edge": None,
        "worse_edge": 90.0,
        "better_band": None,
        "worse_band": "amber",
        "printed_contradicts": False,
        "rule": "Target and limit, version 1",
        "previous_period": "2023-24-Q1",
        "previous_value": 88.0,
        "previous_numerator": 176.0,
        "previous_denominator": 200.0,
        "previous_target": 90.0,
        "previous_rating": "amber",
        "like_period": "2022-23-Q2",
        "like_value": 86.0,
        "like_numerator": 172.0,
        "like_denominator": 200.0,
        "trend_previous": "improving",
        "trend_like": "improving",
        "arrow_previous": "up",
        "arrow_like": "up",
        "why_previous": "",
        "why_like": "",
        "change_previous": 4.0,
        "change_like": 6.0,
        "old_target": None,
        "old_rating": None,
        "comparator": None,
        "judgement": None,
        "receipt": ["92% stands on the better side of the target of 90%.", "Amber would begin below 90%."],
        "history": [point("2022-23-Q2", 86.0), point("2023-24-Q1", 88.0), point("2023-24-Q2", 92.0)],
        **said,
    }
    # As a position seals them: what was recorded exactly stands beside the number.
    for name in ("numerator", "denominator"):
        line.setdefault(f"{name}_exact", None if line[name] is None else f"{line[name]:g}")
    return line


def point(period: str, value: float | None) -> Line:
    return {"period": period, "value": value, "numerator": None, "denominator": None, "target": 90.0}


def missing(code: str, reason: str, **said: Any) -> Line:
    """An indicator without a figure."""
    gone = dict.fromkeys(
        (
            "value",
            "numerator",
            "denominator",
            "rating",
            "worse_edge",
            "worse_band",
            "trend_previous",
            "trend_like",
            "arrow_previous",
            "arrow_like",
            "change_previous",
            "change_like",
            "previous_value",
            "like_value",
            "previous_numerator",
            "previous_denominator",
            "like_numerator",
            "like_denominator",
            "previous_rating",
        )
    )
    words = {
        "why_previous": "missing",
        "why_like": "missing",
        "status": "missing",
        "history": [],
        "sources": [],
    }
    return indicator(code, **gone, **words, reason=reason, receipt=[], **said)


def action(ref: str, status: str | None, **said: Any) -> Line:
    line: Line = {
        "ref": ref,
        "parent": "",
        "is_parent": status is None,
        "wording": f"Do {ref} by March 2024",
        "priority": "RF",
        "outcome": "RF1",
        "flagship": True,
        "unit_code": "RES.customer",
        "directorate": "RES",
        "portfolio": "customer",
        "owner": "Corporate Director of Resources",
        "lead": "Corporate Director of Resources",
        "due": "2024-03-31",
        "revised_due": None,
        "status": status,
        "words": "34 of 60, plan 30.",
        "next_milestone": "",
        "next_milestone_date": None,
        "linked_indicator": "",
        "order": 0,
    }
    return {**line, **said}


def indicators() -> list[Line]:
    """Two green, one amber, two red, one hidden but green, two not rated."""
    red = {"rating": "red", "worse_edge": None, "worse_band": None, "previous_rating": "red"}
    falling = {
        "trend_previous": "worsening",
        "arrow_previous": "down",
        "trend_like": "worsening",
        "arrow_like": "down",
    }
    return [
        indicator("A1"),
        indicator(
            "A2",
            value=91.0,
            numerator=91.0,
            denominator=100.0,
            trend_previous="steady",
            arrow_previous="level",
        ),
        indicator(
            "A3",
            value=86.0,
            numerator=86.0,
            denominator=100.0,
            rating="amber",
            worse_edge=85.0,
            worse_band="red",
            change_previous=-2.0,
            change_like=-1.0,
            **falling,
        ),
        indicator(
            "A4",
            value=70.0,
            numerator=140.0,
            denominator=200.0,
            change_previous=-18.0,
            change_like=-16.0,
            **red,
            **falling,
        ),
        missing("A5", "awaited", expected="2023-11-30"),
        indicator(
            "B1",
            priority="SN",
            outcome="",
            portfolio="housing",
            unit="count",
            decimals=0,
            polarity="lower",
            basis="snapshot",
            aggregation="latest",
            multiplier=1.0,
            period="at2023-09-30",
            value=1164.0,
            numerator=None,
            denominator=None,
            target=1050.0,
            target_exact="1050",
            amber=1103.0,
            amber_exact="1103",
            previous_value=1102.0,
            previous_period="at2023-06-30",
            previous_numerator=None,
            previous_denominator=None,
            like_value=978.0,
            like_period="at2022-09-30",
            like_numerator=None,
            like_denominator=None,
            change_previous=62.0,
            change_like=186.0,
            counts_people=True,
            **red,
            **{**falling, "arrow_previous": "up", "arrow_like": "up"},
            history=[
                point("at2022-09-30", 978.0),
                point("at2023-06-30", 1102.0),
                point("at2023-09-30", 1164.0),
            ],
        ),
        indicator(
            "B2",
            priority="SN",
            outcome="",
            portfolio="housing",
            counts_people=True,
            basis="snapshot",
            period="at2023-09-30",
            value=97.931,
            numerator=142.0,
            denominator=145.0,
            previous_numerator=138.0,
            previous_denominator=145.0,
            previous_value=95.172,
        ),
        missing("B3", "no_target", priority="SN", outcome="", portfolio="housing"),
    ]


def actions() -> list[Line]:
    """Three adopted, reported as four lines: a green one, a complete and a red part, an amber one."""
    return [
        action("R1", "green", linked_indicator="A1"),
        action("R2", None),
        action("R2a", "complete", parent="R2", wording="- report street problems"),
        action(
            "R2b",
            "red",
            parent="R2",
            wording="- benefits self-service",
            revised_due="2024-06-30",
            words="Failed testing twice.",
        ),
        action(
            "S1",
            "amber",
            priority="SN",
            outcome="",
            portfolio="housing",
            next_milestone="five purchases",
            next_milestone_date="2023-12-31",
        ),
    ]


def commentary() -> list[Line]:
    return [
        comment(
            outcome="RF1",
            happened="The hub opened.",
            why="The account did not follow.",
            next="The map will open in November.",
        ),
        comment(indicator="A3", happened="Two posts are vacant.", next="Both will be filled by December."),
        comment(topic="equality", happened="Payments are taken up less by some groups."),
        comment(topic="data", happened="A5 is awaited."),
    ]


def comment(**said: str) -> Line:
    names = ("indicator", "action", "priority", "outcome", "topic", "happened", "why", "next")
    return {**dict.fromkeys(names, ""), "author": "Head of Performance", **said}


def challenge(number: int, *, indicators: list[str], actions: list[str], **said: Any) -> Line:
    line: Line = {
        "code": f"challenge_{number}",
        "period": "2023-24-Q2",
        "number": number,
        "title": f"Trouble number {number}",
        "priority": "RF",
        "portfolio": "customer",
        "lead": "cd_resources",
        "indicators": indicators,
        "actions": actions,
        "position": "",
        "why": "More people came.",
        "doing": [
            {
                "what": "fill both posts",
                "who": "hos_customer",
                "by": "2023-12-31",
                "changes": "A4 above 80%",
                "became": "",
            }
        ],
        "back_on_target": "A4 by June 2024.",
        "since": "",
    }
    return {**line, **said}


def challenges() -> list[Line]:
    return [
        challenge(1, indicators=["A4"], actions=["R2b"]),
        challenge(2, indicators=["B1"], actions=[], priority="SN", portfolio="housing", lead="cd_housing"),
    ]


def target_change() -> Line:
    return {
        "indicator": "A2",
        "old": {"target": 95.0, "amber": 90.0},
        "new": {"target": 90.0, "amber": 85.0},
        "effective_from": "2023-07-11",
        "known_from": "2023-07-11T00:00:00.000000Z",
        "approver": "Corporate Director of Resources",
        "reason": "Requests up 38%",
        "rating_new": "green",
        "rating_old": "amber",
        "direction": "easier",
    }


LAYOUTS: tuple[Line, ...] = (
    {
        "code": "corporate",
        "title": "Corporate scorecard",
        "level": "corporate",
        "subject": "SMH",
        "order": 0,
        "sections": [
            {"code": "RF", "title": "Residents first", "lines": ["A1", "A2", "A3", "A4", "A5"]},
            {"code": "SN", "title": "Those in need", "lines": ["B1", "B2", "B3"]},
        ],
    },
    {
        "code": "RES",
        "title": "Resources",
        "level": "directorate",
        "subject": "RES",
        "order": 1,
        "sections": [
            {
                "code": "c",
                "title": "Customer Services",
                "lines": ["A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3"],
            }
        ],
    },
    {
        "code": "RES.customer",
        "title": "Customer Services",
        "level": "service",
        "subject": "RES.customer",
        "order": 1,
        "sections": [
            {"code": "c", "title": "All", "lines": ["A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3"]}
        ],
    },
)

POSTS = {
    "cd_resources": "Corporate Director of Resources",
    "cd_housing": "Corporate Director of Housing",
    "hos_customer": "Head of Customer Services",
}


def sealed(period: str = "2023-24-Q2", **kinds: Any) -> Sealed:
    lines: Line = {
        "council": (
            {
                "code": "smallham",
                "name": "London Borough of Smallham",
                "short_name": "Smallham",
                "area": "SMH",
                "notice": "Smallham is a fictional borough. Every figure is invented.",
                "labels": LABELS,
            },
        ),
        "calendar": ({"period": period, "position_date": "2023-09-30"},),
        "plan": ({"code": "SF2023", "name": "Smallham Forward"},),
        "priority": PRIORITIES,
        "unit": UNITS,
        "portfolio": PORTFOLIOS,
        "scheme": (SCHEME,),
        "indicator": tuple(indicators()),
        "action": tuple(actions()),
        "target_change": (target_change(),),
        "commentary": tuple(commentary()),
        **kinds,
    }
    return Sealed(
        period=period,
        position_date=date(2023, 9, 30),
        known_at=FROZEN,
        frozen_by="Head of Performance",
        digest="d" * 64,
        previous_digest="c" * 64,
        lines=lines,
    )


def before() -> Sealed:
    """Quarter 1: A1 was amber, A2 green, B1 red; R2a was green, R2b amber."""
    earlier = [
        indicator("A1", period="2023-24-Q1", value=88.0, numerator=176.0, rating="amber"),
        indicator("A2", period="2023-24-Q1"),
        indicator("A4", period="2023-24-Q1", value=88.0, numerator=176.0, rating="amber"),
        indicator(
            "B1",
            period="at2023-06-30",
            value=75.0,
            numerator=None,
            denominator=None,
            rating="red",
            priority="SN",
        ),
        indicator("Z9", period="2023-24-Q1"),
    ]
    did = [
        action("R1", "amber"),
        action("R2", None),
        action("R2a", "green", parent="R2"),
        action("R2b", "amber", parent="R2"),
        action("S1", "amber", priority="SN"),
    ]
    said = [comment(indicator="A3", happened="Low.", next="Both posts will be filled by September.")]
    kinds = {
        "indicator": tuple(earlier),
        "action": tuple(did),
        "commentary": tuple(said),
        "target_change": (),
    }
    return sealed("2023-24-Q1", **kinds)


def changes() -> list[Change]:
    now = {line["indicator"]: line for line in indicators()}
    a1 = {**now["A1"], "value": 88.6, "numerator": 177.2, "rating": "amber"}
    a5 = indicator("A5", value=91.8, numerator=None, denominator=None)
    b2 = {**now["B2"], "value": 97.241, "numerator": 141.0}
    return [
        Change("worsened", "A1", now["A1"], a1, "15 cases had no reply", "2023-11-16"),
        Change("newly_reported", "A5", now["A5"], a5, "", "2023-11-15"),
        Change("restated", "B2", now["B2"], b2, "one more was found", "2023-11-20"),
    ]


def latest() -> list[Line]:
    return [
        indicator("A1", period="2023-10", month="2023-10", value=89.1, numerator=None, denominator=None),
        indicator("A1", period="2023-11", month="2023-11", value=90.4, numerator=None, denominator=None),
        indicator("B2", period="at2023-10-31", month="2023-10", counts_people=True, value=98.0),
    ]


def material(**instead: Any) -> Material:
    """The whole of Smallham; any part of the material may be given instead, and the `world` beside it."""
    position, earlier = instead.pop("sealed", None) or sealed(), before()
    restated = tuple(change.new for change in changes())
    passed = gate.clear(Printed(position, earlier, restated, tuple(latest())), instead.pop("world", None))
    now = gate.position(position, passed)
    parts: Line = {
        "now": now,
        "changes_known_at": NOW,
        "previous": gate.position(earlier, passed),
        "challenges": beside.challenges(challenges(), now),
        "layouts": LAYOUTS,
        "posts": POSTS,
    }
    if "changes" not in instead:
        parts["changes"] = beside.changes(changes(), now)
    if "latest" not in instead:
        parts["latest"] = beside.later_figures(latest(), now)
    return Material(**{**parts, **instead})


def bare() -> Material:
    """A council that has indicators in sections and nothing else: no plan, actions, challenges or words."""
    gone = dict.fromkeys(("plan", "priority", "portfolio", "action", "commentary", "target_change"), ())
    plain = tuple({**line, "priority": "", "outcome": "", "portfolio": ""} for line in indicators())
    now = gate.for_publication(sealed(**gone, indicator=plain))
    return Material(now=now, changes_known_at=NOW, layouts=LAYOUTS[:1])
