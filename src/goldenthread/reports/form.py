"""Form: what people decide and answer for a covering report, beside what the figures say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from goldenthread.disclosure.texts import Decision


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the form answered yes or no, with the reason where one is printed beneath."""

    said: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody whom the form names: responsible officer, contact. `post` is a title in words."""

    name: str = ""
    post: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Clearance:
    """One of the clearances of Section 3.

    `role` as the form prints it before the name ("Statutory Officer", "Head of Procurement"), `office` as in
    "Signed on behalf of the Monitoring Officer". No `day` while it is awaited.
    """

    code: str
    role: str
    office: str
    name: str = ""
    on_behalf: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that stand from report to report under one heading, and until when they may without a new look.

    `paragraphs` are plain text. A standing text is due for review after `review_by`.
    """

    heading: str
    paragraphs: tuple[str, ...]
    reviewed: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk of agreeing this report. `evidence` names what is held in support (see `EVIDENCE`), no more."""

    description: str
    evidence: tuple[str, ...]
    rating: str
    """Code of a mark: green, amber or red."""


@dataclass(frozen=True, slots=True)
class BackgroundPaper:
    """A file of the pack that is open to inspection: its path, and what it is called."""

    path: str
    title: str


# What a mitigation may rest on: facts that the system can show, each turned into a sentence with its numbers.
EVIDENCE = {
    "scorecards": "Every corporate indicator stands on a directorate's and a service's scorecard",
    "challenges": "Every red belongs to a key challenge with a lead, dated actions and a number to move",
    "in_time": "How many figures were held when the quarter was frozen, and how many were due",
    "months": "Figures of later months are held for the measures that have them",
    "frozen": "The position was frozen and sealed on a named day, and the papers are made from it alone",
}

# The headings of Section 2 under which a council's own words may stand.
HEADINGS = (
    "introduction", "options", "summary", "ward_comments", "performance", "data_protection", "procurement",
    "legal", "financial", "equalities", "priorities",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """The answers to a covering report's form for one period, as known at a moment.

    What nobody gave is None, "" or empty, and is printed so ("Not given"); an answer of "no" is an Answer.
    """

    period: str
    known_at: datetime
    report_for: str = ""
    meeting_date: date | None = None
    subject: str = ""
    key_decision: Answer | None = None
    responsible: Officer = Officer()
    portfolio: str = ""
    """Code of the portfolio whose holder answers for the report."""
    holder: str = ""
    """Who holds it on the day of the meeting, or before that day is known, on the day of `known_at`."""
    exempt: Answer | None = None
    call_in: Answer | None = None
    wards: str = ""
    summary: str = ""
    recommendations: tuple[str, ...] = ()
    reason: str = ""
    standing: tuple[Standing, ...] = ()
    risks_on_register: Answer | None = None
    separate_register: Answer | None = None
    register_attached: str = ""
    risks: tuple[Risk, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    holder_consulted: Answer | None = None
    wards_notified: Answer | None = None
    eqia: Answer | None = None
    contact: Officer = Officer()
    background: tuple[BackgroundPaper, ...] = field(default=())
    call_in_waived: Answer | None = None
    decisions: tuple[Decision, ...] = ()
    """Which of its words were withheld at the gate, by their place in the form, and why."""
