"""Forecasts restated: one series at a time, in plain loops, from the rule as it is written down."""

from math import ceil


def share(year, name):
    """What part of a year's outturn had been reached; None where that says nothing."""
    now, end = year["now"].get(name), year["end"].get(name)
    if now is None or end is None or end == 0 or now / end < 0:
        return None
    return now / end


def tells(year, definition, shape, is_pair):
    """Whether a past year shows how the year goes."""
    if year is None or {year["now"].get("definition"), year["end"].get("definition")} != {definition}:
        return False
    if shape == "level":
        return year["now"].get("value") is not None and year["end"].get("value") is not None
    if is_pair:
        bottom = share(year, "denominator")
        return share(year, "numerator") is not None and bottom is not None and bottom > 0
    return share(year, "value") is not None


def part(name, method, year, past, gone, stands):
    """One number at the end of the year, by a share; None where the method cannot say."""
    if method == "straight_line":
        reached = gone
        if name == "denominator":
            reached = 1.0 if stands else gone
            if stands is None:
                return None
    elif method == "profile":
        reached = sum(share(each, name) for each in past) / len(past)
    else:
        reached = share(past[-1], name)
    return year["now"][name] / reached if reached > 0 else None


def by(method, series, at, years, definition, is_pair):
    """What the method expects of year `at`, from the years before it; None where it can expect nothing."""
    year, how = years.get(at), series["how"]
    if year is None or year["now"].get("value") is None:
        return None
    past = [years[each] for each in sorted(years) if each < at and years[each]["tells"]]
    if method == "profile" and len(past) < 2:
        return None
    if method == "last_year" and not (at - 1 in years and years[at - 1]["tells"]):
        return None
    if how["shape"] == "level":
        moves = {
            "profile": lambda: sum(each["end"]["value"] - each["now"]["value"] for each in past) / len(past),
            "last_year": lambda: past[-1]["end"]["value"] - past[-1]["now"]["value"],
            "straight_line": lambda: 0.0,
        }
        return held(year["now"]["value"] + moves[method](), how)
    gone = series["month"] / how["end"]
    stands = {"stands": True, "adds_up": False}.get(how["denominator_is"])
    shares = [share(each, "denominator") for each in past]
    shares = [each for each in shares if each is not None]
    if stands is None and shares:
        stands = shares[-1] >= (1 + gone) / 2
    if not is_pair:
        if not year["now"]["value"]:
            return None
        found = part("value", method, year, past, gone, stands)
        return None if found is None else held(found, how)
    if not year["now"].get("numerator") or year["now"].get("denominator") is None:
        return None
    top, bottom = (part(name, method, year, past, gone, stands) for name in ("numerator", "denominator"))
    return held(how["multiplier"] * top / bottom, how) if top is not None and bottom else None


def held(value, how):
    """Within what the figure can be."""
    return min(max(value, how["lowest"]), how["highest"])


def forecast(rows, how, level=0.8):
    """(expected, lower, upper, method, errors) of one series; rows are dictionaries of its figures."""
    this = [
        row
        for row in rows
        if row["year"] == how["year"]
        and row["month"] <= min(how["until"], how["end"])
        and row["value"] is not None
    ]
    if not this:
        return None, None, None, None, 0
    to_hand = max(this, key=lambda row: row["month"])
    month = to_hand["month"]
    if month == how["end"]:
        return to_hand["value"], None, None, "outturn", 0
    years = {}
    for row in rows:
        if row["year"] <= how["year"]:
            year = years.setdefault(row["year"], {"now": {}, "end": {}})
            if row["month"] == month:
                year["now"] = row
            if row["month"] == how["end"]:
                year["end"] = row
    top, bottom = to_hand.get("numerator"), to_hand.get("denominator")
    is_pair = bool(top is not None and bottom) and close(how["multiplier"] * top / bottom, to_hand["value"])
    definition = to_hand["definition"]
    for at, year in years.items():
        year["tells"] = at < how["year"] and tells(year, definition, how["shape"], is_pair)
    told = [at for at in years if years[at]["tells"]]
    method = how["method"] or (
        "profile" if len(told) > 1 else "last_year" if told == [how["year"] - 1] else "straight_line"
    )
    series = {"how": how, "month": month}
    expected = by(method, series, how["year"], years, definition, is_pair)
    if expected is None:
        return None, None, None, None, 0
    errors = []
    for at, year in years.items():
        is_like = {year["now"].get("definition"), year["end"].get("definition")} == {definition}
        if at == how["year"] or not is_like or year["end"].get("value") is None:
            continue
        then = by(method, series, at, years, definition, is_pair)
        if then is None or (how["shape"] == "to_date" and then == 0):
            continue
        out = abs(year["end"]["value"] - then)
        errors.append(out if how["shape"] == "level" else out / abs(then))
    if len(errors) < 3:
        return expected, None, None, method, len(errors)
    margin = sorted(errors)[min(len(errors), ceil((len(errors) + 1) * level - 1e-9)) - 1]
    margin = margin if how["shape"] == "level" else margin * abs(expected)
    lower, upper = (held(end, how) for end in (expected - margin, expected + margin))
    return expected, lower, upper, method, len(errors)


def close(one, other):
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
