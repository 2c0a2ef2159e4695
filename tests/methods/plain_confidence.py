"""Confidence intervals restated: each limit searched for by halving, as its definition has it."""

from decimal import Decimal, localcontext
from math import exp, fsum, lgamma, log, sqrt

Z = 1.959963984540054
LEFT_OUT = 0.05


def halved(low, high, is_beyond):
    """Where what was not so becomes so; a hundred halvings."""
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (low, middle) if is_beyond(middle) else (middle, high)
    return (low + high) / 2


def wilson(count, of):
    """The true shares from which the counted one lies not more than z standard deviations away."""
    share = count / of

    def fits(true):
        return abs(share - true) <= Z * sqrt(true * (1 - true) / of)

    lower = 0.0 if count == 0 else halved(0.0, share, fits)
    upper = 1.0 if count == of else halved(share, 1.0, lambda true: not fits(true))
    return lower, upper


def exact(count):
    """The true means under which so many events, or more (or fewer), come in 2.5 of 100 cases."""

    def up_to(most, mean):
        return fsum(exp(n * log(mean) - mean - lgamma(n + 1)) for n in range(most + 1))

    upper = halved(1e-9, 100.0, lambda mean: up_to(count, mean) < LEFT_OUT / 2)
    if count == 0:
        return 0.0, upper
    return halved(1e-9, 100.0, lambda mean: 1 - up_to(count - 1, mean) > LEFT_OUT / 2), upper


def byar(count):
    """The published formula, with forty digits."""
    with localcontext() as roomy:
        roomy.prec = 40
        z, few, more = Decimal(Z), Decimal(count), Decimal(count) + 1
        lower = few * (1 - 1 / (9 * few) - z / (3 * few.sqrt())) ** 3
        upper = more * (1 - 1 / (9 * more) + z / (3 * more.sqrt())) ** 3
        return float(lower), float(upper)


def interval(kind, count, of, multiplier):
    """The interval of one figure, None where there is none."""
    if kind in ("proportion", "rate") and not of:
        return None
    if kind == "proportion":
        ends = wilson(count, of)
    else:
        ends = byar(count) if count >= 10 else exact(count)
        multiplier = multiplier / of if kind == "rate" else 1
    return ends[0] * multiplier, ends[1] * multiplier
