"""Plots for the tests and for the pictures in the docs: every figure in them is invented."""

from goldenthread.documents import content as c
from goldenthread.documents import twins
from goldenthread.documents.charts.areas.specs import Area, AreaPlot, Bar, Bullet
from goldenthread.documents.charts.timed.specs import (
    ControlChart,
    Event,
    Level,
    RunChart,
    Small,
    SmallMultiples,
)
from goldenthread.documents.wording import Measure

SHARE = Measure("%", 1, "higher")
COUNT = Measure("count", 0, "higher")
MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTHS = tuple(f"{MONTH_NAMES[(i + 3) % 12]} {2021 + (i + 3) // 12}" for i in range(30))
MONTH_CODES = tuple(f"{2021 + (i + 3) // 12}-{(i + 3) % 12 + 1:02}" for i in range(30))
QUARTERS = tuple(f"Q{i % 4 + 1} {2021 + i // 4}/{22 + i // 4}" for i in range(11))
QUARTER_CODES = tuple(f"{2021 + i // 4}-{22 + i // 4}-Q{i % 4 + 1}" for i in range(11))
WARDS = ("Alder Green", "Brookfield", "Canal Side", "Castle Mere", "Church End", "Dene Park", "Eastbrook",
         "Fairlawn", "Garrick", "Hatchmere", "High Mere", "Kingsmead")  # fmt: skip

PLANS = (49.0, 53.0, 51.0, 55.0, 51.0, 48.0, 54.0, 57.0, 52.0, None, 53.0, 56.0, 56.0, 58.0, 57.0, 61.0, 58.0,
         62.0, 62.5, 60.0, 59.0, 62.0, 58.0, 54.0, 55.0, 54.0, 52.5, 48.0, 44.0, 46.2)  # fmt: skip


def control(**more):
    given = {
        "kinds": ("chance",) * 17 + ("improvement",) * 2 + ("chance",) * 4 + ("concern",) * 7,
        "target": (55.0,) * 12 + (58.0,) * 12 + (60.0,) * 6,
        "events": (Event(23, "Two psychologist posts vacant"), Event(24, "Bought-in team started")),
        "variation": "concern_low",
        "assurance": "inconsistent",
    }
    levels = (Level(0, 52.4, 43.1, 61.7), Level(12, 56.1, 49.3, 62.9, "new definition"))
    return ControlChart("Plans issued within 20 weeks", SHARE, MONTHS, PLANS, levels, **(given | more))


def run():
    values = (110, 112, 109, 113, None, 108, 125, 127, 124, 130, 126)
    kinds = ("chance",) * 6 + ("improvement",) * 5
    reading = "The median is crossed fewer times than chance explains"
    event = (Event(6, "New lettings team"),)
    return RunChart("Homes let", COUNT, QUARTERS, values, 118.5, kinds, (120,) * 11, event, reading)


def dots():
    names = (
        "Thornley",
        "Ashdown Vale",
        "Brackwater and the Isle of Upper Sallow",
        "Calder Reach",
        "Wexcombe",
    )
    values = (75.1, 72.0, 69.4, 64.2, None)
    others = tuple(
        Area(name, value, word="" if value else "Not published")
        for name, value in zip(names, values, strict=True)
    )
    areas = (*others[:4], Area("Larkhythe", 46.2, is_own=True), others[4])
    return AreaPlot(
        "Plans in time", SHARE, areas, 70.7, "Middle of the neighbours", (65.5, 72.8), "Middle half"
    )


def caterpillar(count=12):
    areas = []
    for i in range(count):
        name = WARDS[i % 12] + (f" {i // 12 + 1}" if i >= 12 else "")
        value = 78.0 - i * 48 / count
        if i % 12 == 5:
            areas.append(Area(name, None, word="Hidden: small number"))
        elif i % 12 == 10:
            areas.append(Area(name, value, value - 4, value + 5, "below chance", stands_out="concern"))
        else:
            areas.append(Area(name, value, value - 9, value + 8))
    return AreaPlot("Plans in time by ward", SHARE, tuple(areas), 55.5, "The borough")


def multiples(count=12, periods=MONTHS):
    areas = []
    for i in range(count):
        name = WARDS[i % 12] + (f" {i // 12 + 1}" if i >= 12 else "")
        values = tuple(50 + (i * 7 + j * 5 + j * j) % 23 + i % 12 for j in range(len(periods)))
        if i % 12 == 5:
            areas.append(Small(name, (), hidden="Hidden: small number"))
        elif i % 12 == 6:
            areas.append(Small(name, (None, *values[1:]), "below chance", stands_out="concern"))
        else:
            areas.append(Small(name, values))
    return SmallMultiples(
        "Fly-tips cleared", COUNT, periods, tuple(areas), (62,) * len(periods), "The borough"
    )


def bullet():
    bars = (
        Bar("Council tax collected", 96.2, 97.0, 95.0, 95.8, c.AMBER),
        Bar("Education, health and care plans issued within 20 weeks", 46.2, 60.0, 55.0, 60.4, c.RED),
        Bar("Calls answered", 91.0, 90.0, None, 88.0, c.GREEN),
        Bar("Homes visited", None, word="Not due until March"),
    )
    return Bullet("Key figures", SHARE, bars, "higher", "A year ago")


def keys(plot):
    """Where the numbers of one of these plots live."""
    match plot:
        case AreaPlot():
            return twins.Keys(("EDU03",), tuple(f"area-{i}" for i in range(len(plot.areas))), "2023-24-Q2")
        case Bullet():
            return twins.Keys((), tuple(f"X{i}" for i in range(len(plot.bars))), "2023-24-Q2")
        case SmallMultiples():
            wards = tuple(f"ward-{i}" for i in range(len(plot.areas)))
            return twins.Keys(("ENV01",), wards, periods=MONTH_CODES[: len(plot.periods)])
        case RunChart():
            return twins.Keys(("HOU02",), QUARTER_CODES)
        case _:
            return twins.Keys(("EDU03",), MONTH_CODES[: len(plot.periods)])


PLOTS = {
    "control-chart": control(),
    "run-chart": run(),
    "dot-plot": dots(),
    "caterpillar-plot": caterpillar(),
    "small-multiples": multiples(),
    "bullet": bullet(),
}
EDGES = {
    "one-point": ControlChart("One", SHARE, ("Apr 2021",), (5.0,), (Level(0, 5.0),), ("chance",)),
    "constant": ControlChart("Same", SHARE, MONTHS, (50.0,) * 30, (Level(0, 50.0, 50.0, 50.0),)),
    "no-mean": ControlChart("Few", SHARE, MONTHS[:2], (None, 3.0), (Level(0, None),)),
    "extreme": ControlChart(
        "Huge", Measure("£", 2, "higher"), MONTHS, tuple(1e9 * (-1) ** i * (1 + i / 100) for i in range(30)),
        (Level(0, 1e7, -3e9, 3e9),), tuple("change" if i == 4 else "chance" for i in range(30)), (-1e9,) * 30,
        is_trial=True,
    ),
    "sixty-areas": caterpillar(60),
    "sixty-small": multiples(60),
    "few-periods": multiples(4, MONTHS[:3]),
    "one-area": AreaPlot("One", SHARE, (Area("Only", 1e9),)),
    "strange-names": AreaPlot(
        "<script>alert(1)</script>", SHARE,
        (Area('"><script>x', 1.0), Area("حي الياسمين", 2.0, is_own=True), Area("שכונת התקווה", 3.0),
         Area("Gŵyr ŷ \u202eevil", 4.0), Area("A" * 80, -5.0)), 2.0, "Mitte & <b>",
    ),
    "below-zero": Bullet("Change", Measure("% change", 1), (Bar("A", -5.5, 2.0), Bar("B", 3.0, -2.0))),
}  # fmt: skip
ALL = PLOTS | EDGES


def paper(plots=ALL, **more):
    """A document with each of these plots and its twin, a section each."""
    sections = tuple(
        c.Section(
            f"part-{name}",
            f"Part {name}",
            (twins.figure(f"plot-{name}", f"{plot.name} (invented)", plot, keys(plot)),),
        )
        for name, plot in plots.items()
    )
    return c.Document("plots", "Plots", "Invented figures", "Larkhythe", sections, **more)
