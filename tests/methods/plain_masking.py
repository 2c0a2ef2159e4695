"""Masking restated: one set of areas at a time, in exact fractions and sums of chances, slow and plain."""

from fractions import Fraction
from functools import cache
from math import comb, exp, lgamma, log, sqrt
from statistics import median

from scipy.stats import t as student

FEWEST, FEWEST_AREAS = 5, 8


@cache
def binomial(count, of, share):
    """The chance of exactly so many."""
    return comb(of, count) * share**count * (1 - share) ** (of - count)


@cache
def poisson(count, expected):
    return exp(count * log(expected) - expected - lgamma(count + 1)) if expected else float(count == 0)


def doubled(count, chance_of, top):
    """Twice the chance of so many and beyond, on the side where that is less; at most 1."""
    to = sum(chance_of(n) for n in range(count + 1))
    from_ = 1 - sum(chance_of(n) for n in range(count))
    if top is not None:
        from_ = sum(chance_of(n) for n in range(count, top + 1))
    return float(min(2 * min(to, from_), 1))


def lower(tail, chance_of):
    """Where the chance of so many or fewer reaches the tail, between counts in proportion."""
    so_far, count = 0, 0
    while so_far + chance_of(count) < tail:
        so_far += chance_of(count)
        count += 1
    return float(max(count - (so_far + chance_of(count) - tail) / chance_of(count), 0))


def upper(tail, chance_of, top):
    """The same from above, for counts up to `top`."""
    so_far, count = 0, top
    while so_far + chance_of(count) < tail:
        so_far += chance_of(count)
        count -= 1
    return float(count + (so_far + chance_of(count) - tail) / chance_of(count))


def stepped_up(chances):
    """Benjamini and Hochberg by definition: the least of k-th chance times m / k from its own place on."""
    m, ordered = len(chances), sorted(chances)
    return [
        min(1.0, *(each * m / k for k, each in enumerate(ordered, start=1) if each >= own)) for own in chances
    ]


def winsorised(distances):
    """The mean square after the outer tenths have been drawn in."""
    ordered = sorted(distances)

    def at(share):
        place = share * (len(ordered) - 1)
        low = int(place)
        high = min(low + 1, len(ordered) - 1)
        return ordered[low] + (ordered[high] - ordered[low]) * (place - low)

    low, high = at(0.1), at(0.9)
    return sum(min(max(each, low), high) ** 2 for each in distances) / len(distances)


def shares(areas, whole=None):
    """(chance, why) of each (count, of), and the share of the whole."""
    whole = whole if whole is not None else Fraction(sum(c for c, _ in areas), sum(n for _, n in areas))
    found = []
    for count, of in areas:
        rarest = 2 * min((1 - whole) ** of, whole**of)
        why = "too_few" if of < FEWEST or rarest > Fraction(1, 20) else ""
        found.append((doubled(count, lambda n, of=of: binomial(n, of, whole), of), why, not why))
    return whole, found


def rates(areas, whole=None):
    """(chance, why, in the family) of each (events, of), and the rate of the whole."""
    whole = whole if whole is not None else Fraction(sum(c for c, _ in areas), sum(n for _, n in areas))
    found = []
    for count, of in areas:
        expected = float(of * whole)
        why = "too_few" if count < FEWEST and expected < FEWEST else ""
        found.append((doubled(count, lambda n, e=expected: poisson(n, e), None), why, True))
    return whole, found


def means(areas, whole=None):
    """(chance, why, in the family) of each (mean, cases, spread of its cases or None), and the whole."""
    whole = whole if whole is not None else sum(m * n for m, n, _ in areas) / sum(n for _, n, _ in areas)
    there = [(m, n, s) for m, n, s in areas if n >= FEWEST]
    freedom = sum(n - 1 for _, n, s in there if s is not None)
    if freedom:
        deviation = sqrt(sum((n - 1) * s * s for _, n, s in there if s is not None) / freedom)
    elif len(there) < FEWEST_AREAS:
        return whole, [(None, "too_few" if n < FEWEST else "too_few_areas", False) for _, n, _ in areas]
    else:
        deviation = 1.482602218505602 * median(abs(float(m - whole)) * sqrt(n) for m, n, _ in there)
        freedom = max(0.37 * (len(there) - 1), 1)
    found = []
    for mean, n, _ in areas:
        why = "too_few" if n < FEWEST else "" if deviation > 1e-12 else "no_spread"
        far = abs(float(mean - whole)) * sqrt(n)
        chance = None if why else 2 * student.sf(far / deviation, freedom)
        found.append((chance, why, not why))
    return whole, found


def verdicts(found):
    """Of each area the rate at which it is named (None: not among the tested) and the reason."""
    family = [at for at, (_, _, is_in) in enumerate(found) if is_in]
    rates_ = dict(zip(family, stepped_up([found[at][0] for at in family]), strict=True))
    return [(rates_.get(at), why) for at, (_, why, _) in enumerate(found)]
