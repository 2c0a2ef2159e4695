"""Parts of the sample pack: its charts, tables and challenge, in the words of the example council."""

from dataclasses import replace

from goldenthread.documents import content as c
from goldenthread.documents import counts, places

Q = "2023-24-Q2"
RESIDENTS = "A council that puts residents first"
SAFE = "A borough that is clean and safe"
NEED = "A place where those in need are supported"
APPENDIX_1 = "appendix-1-strategic-performance-report"
BETTER = c.Trend("up", "Improving", "better")
LOWER = c.Trend("down", "Improving", "better")
WORSE = c.Trend("down", "Worsening", "worse")
RISING = c.Trend("up", "Worsening", "worse")
STEADY = c.Trend("flat", "Steady", "same")
NOT_DUE = replace(c.NOT_RATED, detail="not due")
ACTIONS = (c.COMPLETE, c.GREEN, c.AMBER, c.RED)
INDICATORS = (c.GREEN, c.AMBER, c.RED, c.NOT_RATED)


def opening():
    return told("30 of the 57 rated indicators met their target; 13 are red, 1 more than in Q1.", kind="lead")


def number(shown, indicator, field="value"):
    return c.Number(shown, places.place(Q, indicator, field))


def cell(content):
    """A line from a word, a span, several of them, or nothing."""
    if content is None:
        return ()
    return c.line(*content) if isinstance(content, tuple) else c.line(content)


def row(header, *cells, **more):
    return c.Row(cell(header), tuple(cell(content) for content in cells), **more)


def columns(*named):
    """Columns from "Label", ("Label", kind) or ("Label", kind, share)."""
    return tuple(c.Column(name) if isinstance(name, str) else c.Column(*name) for name in named)


def bullets(*items, kind="bullets"):
    return c.BulletList(tuple(cell(item) for item in items), kind)


def told(*parts, kind="plain"):
    return c.Paragraph(c.line(*parts), kind)


def doughnuts(counted, marks, rows, beside):
    drawings = tuple(
        counts.doughnut(title, tuple(map(c.Slice, marks, numbers)), counted) for title, numbers in rows
    )
    return counts.doughnut_figure(
        id=counted,
        caption=f"{counted.capitalize()} by rating",
        place=(Q, counted),
        keys=tuple(f"group-{number}" for number in range(len(rows))),
        drawings=drawings,
        beside=beside,
        twin_place="end",
    )


def action_charts():
    rows = (
        ("All flagship actions (FA): 27", (4, 14, 6, 3)),
        ("FA – Residents First: 9", (3, 3, 2, 1)),
        ("FA – Clean & Safe: 10", (1, 6, 2, 1)),
        ("FA – Supporting those in Need: 8", (0, 5, 2, 1)),
    )
    key = bullets(
        (c.COMPLETE, ": delivered by the position date"),
        (c.GREEN, ": on course for date and scope"),
        (c.AMBER, ": late by up to three months, or at risk"),
        (c.RED, ": later than that, reduced, or without a plan"),
        kind="plain",
    )
    beside = (
        told(c.Strong("18 of 27"), " lines are complete or green (66.7%)."),
        told("27 lines are shown because 3 of the 24 adopted actions are reported in parts.", kind="quiet"),
        key,
    )
    return c.Section("charts-actions", "Flagship actions", (doughnuts("actions", ACTIONS, rows, beside),))


def indicator_charts():
    rows = (
        ("All performance indicators (PI): 66", (30, 14, 13, 9)),
        ("PI – Residents First: 24", (9, 7, 6, 2)),
        ("PI – Clean & Safe: 17", (9, 3, 2, 3)),
        ("PI – Supporting those in Need: 25", (12, 4, 5, 4)),
    )
    said = told("57 of 66 rated; 6 of these on an earlier period; 9 not rated (reasons in Appendix 2).")
    figure = doughnuts("indicators", INDICATORS, rows, (said,))
    return c.Section("charts-indicators", "Performance indicators", (figure,))


def tally():
    more, same, fewer = "1 more than Q1", "same as Q1", "2 fewer than Q1"
    rows = (
        ("All indicators", (13, 14, 30, 9), (more, fewer, "2 more than Q1", same)),
        (RESIDENTS, (6, 7, 9, 2), (same, fewer, more, same)),
        (SAFE, (2, 3, 9, 3), (same, same, more, same)),
        (NEED, (5, 4, 12, 4), (more, same, same, same)),
    )
    return c.Tally(
        "tally",
        "Ratings of the corporate indicators at 30 September 2023, all and by priority",
        "One mark is one indicator",
        (c.RED, c.AMBER, c.GREEN, c.NOT_RATED),
        tuple(
            c.TallyRow(label, n, changes, c.line(f"{sum(n[:3])} of {sum(n)}")) for label, n, changes in rows
        ),
        "Rated of all",
    )


def challenge():
    steps = c.rows_table(
        "challenge-10-steps",
        "Actions of challenge 10",
        columns(
            ("Action", "text", 4),
            ("Who", "text", 3),
            ("By when", "text", 2),
            ("What it should change", "text", 3),
        ),
        (
            row("Complete eight purchases", "Head of Regeneration", "December 2023", "8 fewer households"),
            row(
                "Move families beyond six weeks first",
                "Head of Housing Needs",
                "January 2024",
                "HOU03 under 10",
            ),
        ),
    )
    spark = c.Sparkline(
        (912, 921, 940, 955, 961, 978, 1010, 1043, 1102, 1164),
        "Households in temporary accommodation: ten quarters, from 912 to 1,164; ceiling 1,050.",
        target=(1000.0,) * 4 + (1050.0,) * 6,
    )
    position = (
        "1,164 households on 30 September; ceiling 1,050 (amber to 1,103). "
        "62 more than in June, 186 more than a year ago."
    )
    why = "612 households approached us, 538 a year ago (Housing Needs return); purchases are 8 behind plan."
    return c.Panel(
        "challenge-10",
        "Challenge 10. More families in temporary accommodation (HOU01 and HOU03)",
        (
            c.PanelRow("Position", (told(position),)),
            c.PanelRow("Why", (told(why),)),
            c.PanelRow("What we are doing", (steps,)),
            c.PanelRow("Back on target", (told("HOU03 by June 2024; HOU01 not this year."),)),
        ),
        (c.line(number("1,164", "HOU01")), c.line("target 1,050 or fewer"), c.line(c.RED)),
        c.line("Portfolio holder: Housing. Lead: Corporate Director of Housing and Regeneration."),
        c.Spark(spark),
    )


def actions_table():
    lead = ("Highways, Parking and Planning", c.Quiet("Corporate Director of Place"))
    due = "March 2024"
    return c.rows_table(
        "actions-safe",
        "Flagship actions, a borough that is clean and safe",
        columns(
            ("Ref and adopted wording", "text", 7),
            ("Portfolio holder and lead", "text", 4),
            ("Due", "text", 2),
            ("Q1", "rating", 2),
            ("Q2", "rating", 2),
            ("Progress", "text", 5),
        ),
        (
            row("C1 Put 20 mobile cameras to work", lead, due, c.GREEN, c.GREEN, "12 of 20, plan 10"),
            row("C2 Resurface 60 roads and 45 pavements", lead, due, "In parts", "In parts", "Two parts"),
            row("C2a 60 roads", lead, due, c.GREEN, c.GREEN, "34 of 60, plan 30", kind="part"),
            row("C2b 45 pavements", lead, due, c.AMBER, c.RED, "11 of 45, plan 22", kind="part"),
            row("C4 Hold awards for seven parks", lead, "December 2023", c.GREEN, c.COMPLETE, "7 awarded"),
        ),
    )


def ledger():
    director = "Corporate Director with the portfolio holder"
    return c.rows_table(
        "targets",
        "Changes to targets and definitions",
        columns("Measure", "Changed", "What", "Old", "New", "Why", "Approved by", "Rating under the old"),
        (
            row(
                "EDU01 New plans issued within 20 weeks",
                *("11 July 2023", "Target", "70% (amber to 65)", "60% (amber to 55)"),
                *("Requests up 38%; recovery plan", director, c.RED),
                changed=True,
            ),
            row(
                "HOU12 Days to re-let a council home",
                *("1 April 2023", "Target", "25 days", "28 days", "Damp work first", "Cabinet", c.RED),
            ),
        ),
        kind="ledger",
        notes=(c.line("61.3% is green under the new target of EDU01 and red under the old."),),
    )


def reconciliation():
    bands = ("Complete", "Green", "Amber", "Red", "Lines")
    counted = (("As reported", (4, 14, 6, 3, 27), "total"), ("By adopted action", (3, 12, 6, 3, 24), "plain"))
    return c.rows_table(
        "reconciliation",
        "Flagship actions by line and by adopted action",
        columns("Reported", *((band, "number") for band in bands)),
        tuple(
            row(
                name,
                *(counts.count(n, Q, name, b) for n, b in zip(ns, bands, strict=True)),
                kind=kind,
            )
            for name, ns, kind in counted
        ),
    )


def spark(values, finding, **more):
    return c.Spark(c.Sparkline(tuple(values), finding, **more))


def scorecard():
    perf, children = "Performance and Customer Services", "Children and Schools"
    receipt = f"{APPENDIX_1}.html#cus01-receipt"
    falling = spark((243, 260, 251, 230, 188, 171), "CUS07: from 243 to 171 seconds", target=(180.0,) * 6)
    stepped = spark(
        (71, 74, 78.2, 77.1, 79.9, 82.4, 84, 86.1, 87, 91.3),
        "CUS01: ten quarters, from 71.0% to 91.3%; target 90%",
        target=(85.0,) * 6 + (90.0,) * 4,
        live=88.6,
    )
    profiled = spark(
        (28.1, 56.9, 82.0, 96.8, 29.02, 55.92),
        "REV01: six quarters",
        target=(None, None, 82.5, 97, 29.4, 56.4),
    )
    ranged = spark((21, 20, 18.8, None, 17.2, 17.4), "CSC02: six quarters", lower=(15,) * 6, upper=(20,) * 6)
    broken = spark(
        (912, 940, 961, 978, 1043, 1164),
        "HOU01: from 912 to 1,164",
        target=(1050,) * 6,
        breaks=(3,),
        live=1171,
    )
    first = (
        row(
            (
                "CUS01 ",
                c.Link("Complaints answered in 15 working days", receipt),
                c.Quiet("% · high is good"),
            ),
            *(perf, number("82.4%", "CUS01", "like"), number("87.0%", "CUS01", "previous")),
            (number("91.3%", "CUS01"), c.Quiet("512 of 561")),
            *("90.0%", replace(c.GREEN, href=receipt), BETTER, BETTER, stepped, "90.0%"),
            (c.Moved("Green to amber"), c.Quiet("91.3% to 88.6%, restated 16 November")),
            changed=True,
            id="cus01",
        ),
        row(
            ("CUS07 Average time to answer a call", c.Quiet("time · low is good")),
            *(perf, number("4 min 3 s", "CUS07", "like"), number("3 min 8 s", "CUS07", "previous")),
            *(number("2 min 51 s", "CUS07"), number("3 min", "CUS07", "target")),
            *(c.GREEN, LOWER, LOWER, falling, number("2 min 50 s", "CUS07", "forecast"), None),
        ),
        row(
            ("REV01 Council tax collected", c.Quiet("% · high is good · year to date")),
            *("Finance and Resources", "56.31%", "29.02%", number("55.92%", "REV01"), "56.40%", c.AMBER),
            *("Cumulative", WORSE, profiled, "96.9%"),
            "0.48 points under profile; reminders went out a week late in July.",
        ),
        row(
            ("CUS09 Residents satisfied with the council", c.Quiet("% · high is good · annual")),
            *(perf, "Not due", "Not due", "Not due", "Not due", NOT_DUE),
            *("First year", "First year", "One point: no chart", "Not due", "Fieldwork November 2023."),
        ),
    )
    second = (
        row(
            ("CSC02 Children referred again within 12 months", c.Quiet("% · best between 15 and 20")),
            *(children, "18.8%", "16.9%", number("17.4%", "CSC02"), "15 to 20%", c.GREEN),
            *(STEADY, STEADY, ranged, "17.0%", None),
        ),
        row(
            ("CSC10 Care leavers in suitable accommodation", c.Quiet("% · high is good")),
            *(children, "[c]", "[c]", "[c]", "95.0%", c.GREEN, "[c]", "[c]", "[c]", "[c]"),
            "[c] hidden to protect individuals",
        ),
        row(
            ("HOU01 Households in temporary accommodation", c.Quiet("number · low is good")),
            *("Housing", "978", "1,102", number("1,164", "HOU01"), "1,050 or fewer", c.RED),
            *(RISING, RISING, broken, "1,230", c.Link("See Challenge 10", f"{APPENDIX_1}.html#challenge-10")),
        ),
    )
    return c.Table(
        "scorecard",
        "Corporate scorecard at 30 September 2023",
        columns(
            *(("Indicator", "text", 12), ("Portfolio", "text", 7), ("Q2 last year", "number", 5)),
            *(("Q1", "number", 5), ("Q2 result", "value", 6), ("Q2 target", "number", 5)),
            *(("Status", "rating", 6), ("Against last quarter", "trend", 6)),
            *(("Against last year", "trend", 6), ("Three years", "chart", 7)),
            *(("Year-end forecast", "number", 6), ("Note", "note", 8)),
        ),
        (c.RowGroup(first, RESIDENTS, "24 indicators"), c.RowGroup(second, NEED, "25 indicators")),
        notes=(c.line("[c]: hidden to protect individuals. Dashed line: target."),),
        kind="scorecard",
    )
