"""Report: what people decide and answer for the covering report, beside what the figures say."""

import datetime
import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from goldenthread.council_folder.schema.base import Code, Item, Line, Words

Heading = Literal[
    "introduction", "options", "summary", "ward_comments", "performance", "data_protection", "procurement",
    "legal", "financial", "equalities", "priorities",
]  # fmt: skip
Evidence = Literal["scorecards", "challenges", "in_time", "months", "frozen"]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=6000)]
TABLES = ("actions", "changes", "codebook", "history", "indicators", "targets")
OPEN_DATA = tuple(f"open-data/{table}.csv" for table in TABLES)


class Answer(Item):
    """A question answered: `yes`, `no`, or with the reason that is printed beneath."""

    said: bool = Field(description="yes or no")
    reason: Words = Field("", description="Printed beneath the answer")


class ExemptAnswer(Answer):
    """Whether the report is kept from the public, and under which paragraph of the law."""

    paragraph: str = Field(
        "", max_length=400, description="As Paragraph 3 of Part 1 of Schedule 12A, Local Government Act 1972"
    )

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.said and not (self.paragraph and self.reason):
            raise ValueError("exempt without paragraph and reason: write both, for they are printed")
        return self


def _short(written: Any) -> Any:
    """`key_decision: no` for `key_decision: {said: no}`."""
    if isinstance(written, dict | Answer) or written is None:
        return written
    if written in ("yes", "no", True, False):
        return {"said": written}
    raise ValueError(f"{str(written)[:60]!r} is no answer: write yes or no, or {{said: no, reason: ...}}")


YesNo = Annotated[Answer, BeforeValidator(_short)]
ExemptYesNo = Annotated[ExemptAnswer, BeforeValidator(_short)]


def _address(written: str) -> str:
    if written and not re.fullmatch(r"[^@\s]+@[^@\s]+", written):
        raise ValueError(f"{written[:60]!r} is no address: write one, as performance@council.example")
    return written


Address = Annotated[str, AfterValidator(_address)]


class Officer(Item):
    """Somebody whom the form names."""

    post: Code = Field(description="Code of the post")
    name: str = Field("", max_length=120, description="Only if it is not the holder's name of that post")
    email: Address = Field("", max_length=200, description="For the contact")
    telephone: str = Field("", max_length=40, description="For the contact")


class Risk(Item):
    """A risk of agreeing this report, and which facts that are held stand against it."""

    description: Paragraph = Field(description="As figures reach Cabinet too late to put things right")
    evidence: list[Evidence] = Field(
        [], description="Each is printed as a mitigation with its numbers; none, and no mitigation is claimed"
    )
    rating: Literal["green", "amber", "red"] = Field(description="RAG status")


class BackgroundPaper(Item):
    """A table of the pack's open data: the files that have passed the check of small numbers."""

    path: str = Field(description="As open-data/indicators.csv")
    title: Line = Field(description="What it is called")

    @field_validator("path")
    @classmethod
    def _has_passed_the_gate(cls, path: str) -> str:
        if path not in OPEN_DATA:
            raise ValueError(
                f"{path} has not passed the check of small numbers: write one of {', '.join(OPEN_DATA)}"
            )
        return path


class Report(Item):
    """The answers to the covering report's form for one period; what is left out is printed as not given."""

    period: str = Field(description="Period code of the report")
    report_for: str = Field("", max_length=200, description="As Cabinet")
    meeting_date: datetime.date | None = Field(
        None, description="Date of the meeting; else the calendar's step `cabinet`"
    )
    subject: str = Field("", max_length=400, description="As Strategic Performance Report Q2 2023-24")
    key_decision: YesNo | None = Field(None, description="yes or no")
    responsible: Officer | None = Field(None, description="Responsible officer")
    portfolio: str = Field("", description="Code of the portfolio whose holder answers for the report")
    exempt: ExemptYesNo | None = Field(None, description="yes needs paragraph and reason")
    call_in: YesNo | None = Field(None, description="Whether the decision may be called in")
    wards: str = Field("", max_length=400, description="Wards affected, as All wards")
    summary: Words = Field("", description="One sentence of summary")
    recommendations: list[Paragraph] = Field([], description="What the meeting is asked, after 'That'")
    reason_for_recommendations: Words = Field(
        "", description="Printed beneath them (`reason` says why this entry was written or changed)"
    )
    risks_on_register: YesNo | None = Field(None, description="Risks included on registers?")
    separate_register: YesNo | None = Field(None, description="Separate risk register in place?")
    register_attached: Words = Field("", description="Relevant risks attached or summarised, as N/A")
    risks: list[Risk] = Field([], description="Risks of agreeing this report, usually one to three")
    holder_consulted: YesNo | None = Field(None, description="Has the portfolio holder been consulted?")
    wards_notified: YesNo | None = Field(None, description="Ward councillors notified?")
    eqia: YesNo | None = Field(None, description="Equality impact assessment carried out?")
    contact: Officer | None = Field(None, description="Whom to ask")
    background: list[BackgroundPaper] = Field([], description="Background papers; none is printed as None")
    call_in_waived: YesNo | None = Field(None, description="Call-in waived by the chair of scrutiny?")


class Standing(Item):
    """A council's own words under one heading, from report to report or for one period."""

    heading: Heading = Field(description="The heading of Section 2 under which they stand")
    period: str = Field("", description="Period code, for words that hold for one report only")
    paragraphs: list[Paragraph] = Field(min_length=1, description="Plain text, paragraph by paragraph")
    reviewed: datetime.date | None = Field(None, description="Day of the latest review")
    review_by: datetime.date | None = Field(None, description="Due for review after this day")

    @property
    def subject(self) -> str:
        """Its code: the heading, and the period if it has one."""
        return f"{self.heading}/{self.period}" if self.period else self.heading

    @field_validator("review_by")
    @classmethod
    def _comes_after_the_review(
        cls, review_by: datetime.date | None, others: ValidationInfo
    ) -> datetime.date | None:
        reviewed = others.data.get("reviewed")
        if review_by and reviewed and review_by <= reviewed:
            raise ValueError("review_by is not after reviewed: write the day until when the words may stand")
        return review_by


class Clearance(Item):
    """One officer's clearance of the report; without a day it is awaited."""

    period: str = Field(description="Period code of the report")
    code: Code = Field(description="Stable code of the office, as monitoring_officer")
    order: int = Field(0, description="Its place in Section 3")
    role: Line = Field(description="As printed before the name: Statutory Officer, Head of Procurement")
    office: Line = Field(description="As printed after 'Signed by the': Monitoring Officer")
    post: str = Field("", description="Code of the post of who signed; its holder's name is printed")
    name: str = Field("", max_length=120, description="Only if it is not the holder's name of that post")
    on_behalf: bool = Field(False, description="true: signed on behalf of the office")
    day: datetime.date | None = Field(None, description="Day on which it was given")

    @model_validator(mode="after")
    def _says_who_gave_it(self) -> Self:
        if self.day and not (self.post or self.name):
            raise ValueError("cleared by nobody: write post or name beside day")
        return self
