"""A small council folder for tests: every file once, a few items each."""

from pathlib import Path

FILES = {
    "council.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
council:
  code: smallham
  name: London Borough of Smallham
  short_name: Smallham
  area: SMH
  fictional: true
  notice: Smallham is a fictional borough. Every figure is invented.
  labels:
    flagship_action: {one: Pledge, many: Pledges, short: PL}
  facts:
    - {code: population, label: People, value: 100200}
    - {code: net_budget, label: Net revenue budget, value: 96.40, unit: £m}
""",
    "organisation.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
units:
  - {code: SMH, name: London Borough of Smallham, kind: council}
  - {code: RES, name: Resources, kind: directorate, parent: SMH, order: 1}
  - {code: HOU, name: Housing, kind: directorate, parent: SMH, order: 2}
  - {code: RES.customer, name: Customer Services, kind: service, parent: RES}
  - {code: HOU.needs, name: Housing Needs, kind: service, parent: HOU}
posts:
  - {code: cd_resources, title: Corporate Director of Resources, unit: RES}
  - {code: hos_customer, title: Head of Customers, unit: RES.customer, vacant: true, deputy: cd_resources}
  - {code: hos_needs, title: Head of Housing Needs, unit: HOU.needs}
""",
    "portfolios.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Council, reason: Meeting}
portfolios:
  - code: customer
    title: Customer Services
    order: 1
    holdings:
      - {holder: Cllr A. Brookly}
  - code: housing
    title: Housing
    order: 2
    holdings:
      - {holder: Cllr E. Oldfield}
      - holder: Cllr P. Newfield
        effective_from: 2023-09-01
        known_from: 2023-09-01T09:00
        reason: Reshuffle
        approver: Leader of the Council
""",
    "areas.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
areas:
  - {code: SMH, name: Smallham, kind: borough, population: 100200, seats: 3}
  - {code: X05990001, name: North Weald, kind: ward, parent: SMH, population: 50100, seats: 3}
dimensions:
  - {code: ward, label: Ward, about_people: false}
  - {code: age, label: Age, values: [{code: 18-64, label: 18 to 64}, {code: 65+, label: 65 and over}]}
comparator_groups:
  - {code: nearest, name: Nearest neighbours, members: [SMH], source: Invented}
""",
    "calendar.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Performance, reason: Calendar}
periods:
  - period: 2023-24-Q2
    previous: 2023-24-Q1
    position_date: 2023-09-30
    returns_due: 2023-10-20
    freeze_at: 2023-11-10T17:00
    steps:
      - {code: cabinet, label: Cabinet, date: 2024-01-24}
""",
    "plan.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
plan:
  code: SF2023
  name: Smallham Forward
  adopted_on: 2023-02-23
  adopted_by: Cabinet
  start: 2023-04-01
  end: 2026-03-31
priorities:
  - {code: RF, name: Residents first, short: Residents, order: 1}
  - {code: SN, name: Those in need, short: In need, order: 2}
outcomes:
  - {code: RF1, name: Residents get an answer first time, priority: RF, order: 1}
actions:
  - code: R1
    wording: Answer 90% of first-stage complaints in time by March 2024
    priority: RF
    outcome: RF1
    unit_code: RES.customer
    portfolio: customer
    lead: cd_resources
    due: 2024-03
    indicator: CUS01
    follows_indicator: true
  - code: R2
    wording: Replace the online account by December 2023
    priority: RF
    unit_code: RES.customer
    portfolio: customer
    lead: cd_resources
    due: 2023-12
    parts:
      - {code: R2a, wording: report street problems}
      - {code: R2b, wording: council tax, lead: hos_customer}
  - code: R10
    wording: Buy 60 homes by March 2024
    priority: SN
    unit_code: HOU.needs
    portfolio: housing
    lead: hos_needs
    due: 2024-03-15
    of: 60
    of_what: homes
milestones:
  - code: R10-sep
    action: R10
    title: 30 homes bought
    due: 2023-09
    amount: 30
    changes:
      - {effective_from: 2023-09-20, known_from: 2023-09-25, reason: Reached, reached_on: 2023-09-20}
progress:
  - {action: R2a, status: green, effective_from: 2023-06-30, known_from: 2023-07-21, words: In build.}
  - {action: R2a, status: complete, effective_from: 2023-09-18, known_from: 2023-09-18T12:00, words: Live.}
  - {action: R2b, status: green, effective_from: 2023-09-27, known_from: 2023-10-01, words: On course.}
  - {action: R2b, status: complete, effective_from: 2023-10-12, known_from: 2023-10-12T12:00, words: Done.}
  - {action: R10, status: amber, effective_from: 2023-09-30, known_from: 2023-10-20, done: 22, planned: 30}
""",
    "indicators.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
indicators:
  - from_library: CUS01
    decimals: 1
    unit_code: RES.customer
    portfolio: customer
    owner: hos_customer
    priority: RF
    corporate: true
    dimensions: [ward]
    deadband: 0.5
    deadband_kind: absolute
  - from_library: HOU12
    unit_code: HOU.needs
    portfolio: housing
    owner: hos_needs
    priority: SN
  - from_library: REV01
    unit_code: RES.customer
    portfolio: customer
    owner: hos_customer
    priority: RF
    changes:
      - effective_from: 2024-04-01
        known_from: 2024-03-01
        reason: New return
        definition: Council tax received, by the new return.
  - id: LOCAL1
    name: Benches repaired
    unit: count
    polarity: neutral
    frequency: quarterly
    basis: quarter
    aggregation: sum
    unit_code: RES.customer
    owner: hos_customer
    priority: RF
rebases:
  - indicator: HOU12
    date: 2021-07-01
    effective_from: 2021-07-01
    known_from: 2021-10-14T12:00
    approver: Housing board
    reason: Homes are let again
""",
    "targets.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Cabinet, reason: Plan adopted}
targets:
  - indicator: CUS01
    versions:
      - {target: 90, amber_to: 85}
  - indicator: HOU12
    versions:
      - {target: 25, amber_to: 27, effective_from: 2022-04-01, known_from: 2022-03-01, reason: Service plan}
      - {target: 28, amber_to: 30, reason: Damp work done first}
  - indicator: REV01
    versions:
      - year_end: 97.50
        profile:
          ytd-2023-06: {target: 29.20, amber_to: 28.70}
          ytd-2023-09: {target: 56.40, amber_to: 55.90}
  - indicator: LOCAL1
    versions:
      - {none: no_target}
""",
    "scorecards.yaml": """\
defaults: {effective_from: 2023-04-01, known_from: 2023-02-23T18:00, approver: Performance, reason: Layout}
scorecards:
  - code: corporate
    title: Corporate scorecard
    level: corporate
    subject: SMH
    sections:
      - {code: RF, title: Residents first, lines: [CUS01, REV01]}
""",
    "challenges.yaml": """\
defaults: {effective_from: 2023-09-30, known_from: 2023-11-08T12:00}
challenges:
  - code: relets
    period: 2023-24-Q2
    number: 1
    title: Empty homes slow to re-let
    priority: SN
    portfolio: housing
    lead: hos_needs
    indicators: [HOU12]
    why: Damp work is done first.
    doing:
      - {what: a second repair team, who: hos_needs, by: 2023-12, changes: 5 days fewer}
    back_on_target: By June 2024.
    changes:
      - {known_from: 2023-11-28T12:00, since: Unchanged.}
""",
    "commentary.yaml": """\
defaults: {effective_from: 2023-09-30, known_from: 2023-11-03T12:00}
commentary:
  - {period: 2023-24-Q2, indicator: CUS01, happened: More answered in time., author: hos_customer}
  - {period: 2023-24-Q2, topic: watch, indicator: HOU12, happened: Slower each month., author: hos_needs}
judgements:
  - {period: 2023-24-Q2, indicator: HOU12, rating: amber, why: Team now in place, author: hos_needs}
forecasts:
  - {period: 2023-24-Q2, indicator: HOU12, value: 30.0, basis: A second team from January, author: hos_needs}
""",
    "report.yaml": """\
defaults: {effective_from: 2023-11-14, known_from: 2023-11-14T09:00, approver: Performance, reason: Draft}
reports:
  - period: 2023-24-Q2
    report_for: Cabinet
    subject: Performance in Q2
    key_decision: no
    responsible: {post: cd_resources, name: R. Ledger}
    portfolio: housing
    exempt: no
    call_in: yes
    summary: How the council did.
    recommendations: [the report be noted]
    reason_for_recommendations: So that Cabinet knows.
    risks:
      - {description: Nobody acts, evidence: [challenges, in_time], rating: green}
    wards_notified: {said: no, reason: All wards}
    contact: {post: hos_needs, name: N. Writer, email: n.writer@smallham.example, telephone: 020 7946 0100}
    background:
      - {path: open-data/indicators.csv, title: Indicators as open data}
standing:
  - heading: legal
    paragraphs: [The law as reviewed.]
    reviewed: 2023-10-02
    review_by: 2024-04-02
  - heading: legal
    period: 2023-24-Q2
    paragraphs: [The law in this quarter.]
clearances:
  - period: 2023-24-Q2
    code: cfo
    order: 1
    role: Statutory Officer
    office: Chief Financial Officer
    name: C. Cleared
    changes:
      - {day: 2023-11-15, effective_from: 2023-11-15, known_from: 2023-11-15T17:00}
""",
}


def write(folder: Path, **changed: str) -> Path:
    """Write the folder; `changed` gives other content for a file, by its name without .yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        text = changed.get(name.removesuffix(".yaml"), content)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def text(name: str, old: str = "", new: str = "") -> str:
    """The content of one file, with one passage replaced; refuses a passage that is not there."""
    content = FILES[f"{name}.yaml"]
    assert old in content, f"{old!r} is not in {name}.yaml"
    return content.replace(old, new, 1)


def line(name: str, passage: str) -> int:
    """The line on which a passage first stands."""
    return FILES[f"{name}.yaml"].split(passage)[0].count("\n") + 1
