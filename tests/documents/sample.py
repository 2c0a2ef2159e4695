"""A sample pack in the words of the example council: every kind of block stands in it once at least."""

from goldenthread.documents import content as c
from goldenthread.documents import cover
from goldenthread.documents.renderers import html
from tests.documents import sample_parts as parts
from tests.documents.sample_parts import bullets, told

COUNCIL = "London Borough of Larkhythe"
DATES = "Position at 30 September 2023. Figures as known on 10 November 2023."
NOTICE = "Larkhythe is a fictional borough. Every figure is invented."
PERIOD = "Quarter 2 (July to September 2023)"


def fact(label, *lines):
    return c.Fact(label, tuple(parts.cell(line) for line in lines))


def front():
    scorecard = c.Link("Appendix 2: Corporate Scorecard", "appendix-2-corporate-scorecard.html")
    return c.Facts(
        "front",
        "Report details",
        (
            fact("Report for", "Cabinet"),
            fact("Date of meeting", "24 January 2024"),
            fact("Portfolio holder", "Portfolio Holder for Performance and Customer Services"),
            fact("Enclosures", "Appendix 1: Strategic Performance Report", scorecard),
        ),
        "front",
    )


def summary():
    restated = (
        " CUS01 was 91.3% and is 88.6% (497 of 561) since 16 November; green became amber. "
        "The frozen quarter keeps 91.3%."
    )
    blocks = (
        told("30 of the 57 rated indicators met their target; 13 are red.", kind="lead"),
        told("That"),
        bullets(
            "portfolio holders continue to work with officers to achieve improvement against the "
            "identified key challenges (Appendix 1);",
            "the report be noted and any changes be identified for future reports.",
            kind="numbers",
        ),
        c.Note(c.line(c.Moved("Restated since the freeze."), restated)),
    )
    return c.Section("summary", "Summary and recommendations", blocks)


def quarter():
    improved = bullets(
        "CUS01 complaints answered in time: 87.0% to 91.3%",
        "CUS07 time to answer a call: 3 minutes 8 seconds to 2 minutes 51 seconds",
        "ENV06 fly-tipping actions: 351 to 412 on a year ago",
    )
    worsened = bullets(
        "HOU01 households in temporary accommodation: 1,102 to 1,164",
        "EDU02 annual reviews: 68.3% to 64.0%",
        "CSC11 agency social workers: 22.7% to 24.6%",
    )
    watch = bullets(
        "HOU15 repairs, with September awaited",
        "ENV07 fly-tips cleared: one ward at 6.1 days",
        "REV01 council tax, 0.48 points under profile",
    )
    pillars = c.Pillars(
        (
            c.Pillar("Improved", (improved,)),
            c.Pillar("Worsened", (worsened,)),
            c.Pillar("To watch", (watch,)),
        )
    )
    return c.Section("quarter", "The quarter on one page", (parts.tally(), pillars), "page")


def key():
    receipt = c.Facts(
        "cus01-receipt",
        "Receipt of the rating: CUS01",
        (
            fact("Value", (c.Strong("91.27%"), c.Quiet("512 of 561, shown as 91.3"))),
            fact("Target", ("90.0%", c.Quiet("set 23 February 2023 by Cabinet"))),
            fact("Rating", c.GREEN),
        ),
        "receipt",
    )
    definition = c.Facts(
        "definition",
        "Definition",
        (
            fact("Counts", "Complaints answered within 15 working days."),
            fact("Out of", "All first-stage complaints received."),
        ),
    )
    rated = told("Ratings use unrounded figures; tolerances are in the notes of Appendix 2.")
    how = c.Details("How the figures are rated", (rated,))
    return c.Section("notes", "Reconciliation and key", (parts.reconciliation(), how, receipt, definition))


def appendix_1():
    safe = (
        c.Section("safe-actions", "Flagship actions", (parts.actions_table(),)),
        c.Section("safe-challenges", "Key challenges", (parts.challenge(),)),
    )
    charts = (parts.action_charts(), parts.indicator_charts())
    return c.Document(
        name=parts.APPENDIX_1,
        title="Strategic Performance Report",
        short="Appendix 1",
        subtitle=PERIOD,
        council=COUNCIL,
        dates=DATES,
        notice=NOTICE,
        view="As frozen",
        seal="4f2a 9c1e",
        running="Appendix 1: Strategic Performance Report, Quarter 2 2023-24",
        contents="In this report",
        blocks=(
            front(),
            summary(),
            quarter(),
            c.Section("overall", "Overall performance at 30 September 2023", charts, "page"),
            c.Section("changed", "What has changed", (parts.ledger(),), "landscape"),
            c.Section("safe", parts.SAFE, safe, "page"),
            key(),
        ),
    )


def appendix_2():
    return c.Document(
        name="appendix-2-corporate-scorecard",
        title="Corporate scorecard",
        short="Appendix 2",
        subtitle=PERIOD,
        council=COUNCIL,
        dates=DATES,
        notice=NOTICE,
        view="As frozen",
        running="Appendix 2: Corporate Scorecard, Quarter 2 2023-24",
        page="landscape",
        blocks=(c.Section("lines", "Indicators", (parts.scorecard(),)),),
    )


def papers():
    return (appendix_1(), appendix_2())


def pack():
    data = cover.Enclosure("data/indicators.csv", "Indicators (CSV)", "One row a measure, as frozen")
    first = cover.cover(
        papers(), title="Performance pack, Quarter 2 2023-24", opening=(parts.opening(),), enclosures=(data,)
    )
    return (first, *papers())


def pages():
    return html.pages(pack(), style=html.Style(), beside=("data/indicators.csv",))
