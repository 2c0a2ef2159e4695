"""Covering form: Larkhythe's answers to the form of its covering report, as a test gives them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldenthread.reports.form import Answer, Clearance, Form, Officer, Risk, Standing

KNOWN = datetime(2023, 12, 19, 17, tzinfo=UTC)

STANDING = (
    Standing("options", ("Formal, public reporting of performance is best practice.",)),
    Standing("ward_comments", ("Not applicable",)),
    Standing("procurement", ("None",)),
    Standing(
        "legal",
        ("The Council has a duty under section 3 of the Local Government Act 1999.",),
        reviewed=date(2023, 10, 2),
        review_by=date(2024, 4, 2),
    ),
    Standing("financial", ("There are no financial implications arising from this report.",)),
    Standing("equalities", ("Section 149 of the Equality Act 2010 applies.",)),
)  # fmt: skip

CLEARANCES = (
    Clearance("cfo", "Statutory Officer", "Chief Financial Officer", "A. Tarn", day=date(2023, 12, 19)),
    Clearance(
        "monitoring_officer", "Statutory Officer", "Monitoring Officer", "B. Fell", True, date(2023, 12, 6)
    ),
    Clearance("director", "Chief Officer", "Corporate Director", "C. Beck", day=date(2023, 12, 19)),
    Clearance(
        "procurement", "Head of Procurement", "Head of Procurement", "D. Ghyll", day=date(2023, 12, 13)
    ),
    Clearance(
        "audit", "Head of Internal Audit", "Head of Internal Audit", "E. Holm", True, date(2023, 12, 18)
    ),
)

RISK = Risk(
    "Performance information is not reported in time, which may prevent prompt remedy",
    ("scorecards", "challenges", "in_time", "months", "frozen"),
    "green",
)


def form(**instead: Any) -> Form:
    """Every question answered, unless an answer is given instead."""
    answers: dict[str, Any] = {
        "period": "2023-24-Q2",
        "known_at": KNOWN,
        "report_for": "Cabinet",
        "meeting_date": date(2024, 1, 24),
        "subject": "Strategic Performance Report Q2 2023-24",
        "key_decision": Answer(False),
        "responsible": Officer("F. Scar", "Managing Director"),
        "portfolio": "performance",
        "holder": "Cllr M. Osierley",
        "exempt": Answer(False),
        "call_in": Answer(True),
        "wards": "All wards",
        "summary": "This report summarises Council and service performance for Quarter 2.",
        "recommendations": (
            "Portfolio Holders continue to work with officers on the identified key challenges (Appendix 1);",
            "the report be noted and any changes be identified for future reports.",
        ),
        "reason": "To enable Cabinet to be informed of performance against key measures.",
        "standing": STANDING,
        "risks_on_register": Answer(True),
        "separate_register": Answer(False),
        "register_attached": "N/A",
        "risks": (RISK,),
        "clearances": CLEARANCES,
        "holder_consulted": Answer(True),
        "wards_notified": Answer(False, "It impacts on all wards."),
        "eqia": Answer(False, "Not required for the quarterly performance report."),
        "contact": Officer("G. Mere", "Head of Performance", "performance@example.org", "020 7946 0000"),
        "call_in_waived": Answer(False),
        **instead,
    }
    return Form(**answers)
