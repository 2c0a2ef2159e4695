"""Schema: which file holds which lists, and the shape of every item."""

from collections.abc import Mapping

from goldenthread.council_folder.schema import (
    access,
    disclosure,
    indicators,
    organisation,
    plan,
    report,
    returns,
    scorecards,
    words,
)
from goldenthread.council_folder.schema.base import Nested, Section, Stamp
from goldenthread.indicators.definition import Definition

__all__ = ["FILES", "SECTIONS", "Nested", "Section", "Stamp"]

FILES: Mapping[str, tuple[Section, ...]] = {
    "council.yaml": (
        Section("council", organisation.Council, "organisation", is_single=True, about="The council itself"),
    ),
    "organisation.yaml": (
        Section("units", organisation.Unit, "organisation", about="Directorates, services, teams"),
        Section(
            "posts", organisation.Post, "organisation", about="Posts; names only where a form prints them"
        ),
    ),
    "people.yaml": (
        Section(
            "people", access.Person, "access", about="Who has an account. Passwords are never written here"
        ),
        Section(
            "post_holdings",
            access.PostHolding,
            "access",
            code="{post}/{person}",
            about="Who holds which post, from when; indicators belong to the posts that own them",
        ),
        Section(
            "grants",
            access.Grant,
            "access",
            code="{name}",
            about="Roles, for the holder of a post or one person, for a part of the council or all of it",
        ),
    ),
    "portfolios.yaml": (
        Section(
            "portfolios",
            organisation.Portfolio,
            "organisation",
            nested={"holdings": Nested("holdings", refers_as="portfolio")},
            about="Cabinet members' fields; holdings say who holds each, from when",
        ),
    ),
    "areas.yaml": (
        Section("areas", organisation.Area, "organisation", about="The borough and its wards"),
        Section("dimensions", organisation.Dimension, "organisation", about="Ways of breaking figures down"),
        Section(
            "comparator_groups",
            organisation.ComparatorGroup,
            "organisation",
            about="Whom the council is compared with. A later version has its own `effective_from`: a report "
            "keeps the group that held at its position date",
        ),
        Section(
            "characteristics",
            organisation.Characteristic,
            "organisation",
            about="What areas are like, by which nearest neighbours are found",
        ),
    ),
    "calendar.yaml": (
        Section(
            "periods",
            organisation.ReportingPeriod,
            "organisation",
            code="{period}",
            about="Reporting periods and their dates",
        ),
    ),
    "plan.yaml": (
        Section("plan", plan.CorporatePlan, "plan", is_single=True, about="The adopted plan"),
        Section("priorities", plan.Priority, "plan", about="Its priorities, in order"),
        Section("outcomes", plan.Outcome, "plan", about="What each priority wants to bring about"),
        Section(
            "actions",
            plan.Action,
            "plan",
            nested={"parts": Nested("actions", refers_as="parent", inherits=True)},
            about="Actions; parts are reported on their own and take over what they do not say themselves",
        ),
        Section("milestones", plan.Milestone, "plan", about="Dated steps of actions"),
        Section(
            "progress",
            plan.Progress,
            "plan",
            code="{action}",
            usual_reason="Progress reported",
            has_own_dates=True,
            about="How each action stood: effective_from = when it was so, known_from = when we knew",
        ),
    ),
    "indicators.yaml": (
        Section(
            "indicators",
            Definition,
            "indicators",
            code="{id}",
            about="Indicators: `from_library: CUS01` with what differs, or a full definition with `id`",
        ),
        Section(
            "rebases",
            indicators.Rebase,
            "assessments",
            code="{indicator}/{date}",
            about="Days from which control limits start anew, as the process was changed: `reason` and "
            "`approver` say why, and who decided it",
        ),
    ),
    "targets.yaml": (
        Section(
            "targets",
            None,
            "indicators",
            code="{indicator}",
            nested={"versions": Nested("target_versions", refers_as="indicator")},
            about="Targets of an indicator, version by version",
        ),
    ),
    "schemes.yaml": (Section("schemes", None, "indicators", about="The council's own rating schemes"),),
    "disclosure.yaml": (
        Section(
            "roles",
            disclosure.Role,
            "indicators",
            about="Which posts hold the roles of disclosure control; owner is each indicator's own",
        ),
        Section(
            "policies",
            disclosure.Policy,
            "indicators",
            about="How small numbers are protected; the default holds for every indicator on people",
        ),
        Section("links", disclosure.Link, "indicators", about="Counts that are one under several indicators"),
        Section("groupings", disclosure.Grouping, "indicators", about="Values of a dimension that add up"),
        Section(
            "exceptions",
            disclosure.Excepted,
            "indicators",
            about="Figures shown or hidden whatever their policy says, with the reason, who approved it, and "
            "until when",
        ),
        Section("names", disclosure.GuardedName, "indicators", about="Persons whom no output may name"),
    ),
    "scorecards.yaml": (Section("scorecards", scorecards.Scorecard, "scorecards", about="Layouts"),),
    "challenges.yaml": (
        Section(
            "challenges",
            words.Challenge,
            "challenges",
            usual_reason="Challenge answered",
            about="Key challenges",
        ),
    ),
    "commentary.yaml": (
        Section(
            "commentary",
            words.Commentary,
            "assessments",
            code="{period}/{subject}",
            usual_reason="Commentary written",
            about="The owners' words",
        ),
        Section(
            "judgements",
            words.Judgement,
            "assessments",
            code="{period}/{indicator}",
            usual_reason="Judgement made",
            about="A person's rating beside the computed one",
        ),
        Section(
            "forecasts",
            words.Forecast,
            "assessments",
            code="{period}/{indicator}",
            usual_reason="Forecast made",
            about="What owners expect at the end of the year",
        ),
    ),
    "report.yaml": (
        Section(
            "reports",
            report.Report,
            "reports",
            code="{period}",
            about="The answers to the covering report's form, one entry a period",
        ),
        Section(
            "standing",
            report.Standing,
            "reports",
            code="{subject}",
            about="The council's own words under the headings of Section 2",
        ),
        Section(
            "clearances",
            report.Clearance,
            "reports",
            code="{period}/{code}",
            usual_reason="Clearance recorded",
            about="Who has cleared the report, and when",
        ),
    ),
    "returns/index.yaml": (
        Section(
            "returns",
            returns.Return,
            "collection",
            code="{file}",
            is_versioned=False,
            about="Files to import, in the order in which they came",
        ),
    ),
}

NESTED_SECTIONS = (
    Section(
        "holdings", organisation.Holding, "organisation", code="{portfolio}", about="Who holds a portfolio"
    ),
    Section(
        "target_versions", indicators.Target, "indicators", code="{indicator}", about="Versions of a target"
    ),
)

SECTIONS: Mapping[str, Section] = {
    section.name: section for sections in (*FILES.values(), NESTED_SECTIONS) for section in sections
}

REQUIRED_FILES = ("council.yaml", "organisation.yaml", "areas.yaml", "indicators.yaml")
