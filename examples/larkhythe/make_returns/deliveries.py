"""Deliveries: every file that reached the performance team, in the order in which its figures were known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from examples.larkhythe.make_returns import everything, extracts, later, peers
from examples.larkhythe.make_returns.books import (
    adults,
    benefits,
    children,
    customer,
    finance,
    highways,
    housing_needs,
    libraries,
    planning,
    public_health,
    repairs,
    revenues,
    staff,
    waste,
)
from examples.larkhythe.make_returns.figure import BOROUGH, Figure
from examples.larkhythe.make_returns.pool import Pool

HISTORY_LOADED = "2023-07-25T12:00"
PEERS_LOADED = "2023-11-08T12:00"


@dataclass(frozen=True)
class Delivery:
    """One file: where it lies, the mapping that reads it, when its figures were known, who sent it."""

    file: str
    mapping: str
    known_from: str
    by: str
    figures: tuple[Figure, ...]
    note: str = ""
    has_own_moments: bool = False

    def known(self, figure: Figure) -> str:
        """From when one of its figures was known, London time."""
        return f"{everything.known_day(figure)}T12:00" if self.has_own_moments else self.known_from


@dataclass(frozen=True)
class Return:
    """One of the fourteen returns."""

    file: str
    known_from: str
    by: str
    write: Callable[[Path, Pool], None]
    note: str = ""

    @property
    def mapping(self) -> str:
        """The mapping that reads it, named like the file."""
        return self.file.partition(".")[0]


RETURNS = (
    Return("revenues.xlsx", "2023-10-05T11:00", "hos_revenues", revenues.write),
    Return("benefits.xlsx", "2023-10-06T10:00", "hos_revenues", benefits.write),
    Return("repairs.csv", "2023-10-09T09:00", "deputy_landlord", repairs.write, "September not sent"),
    Return("waste.xlsx", "2023-10-11T16:00", "hos_waste", waste.write),
    Return("hr.xlsx", "2023-10-12T14:00", "hos_people", staff.write),
    Return("public-health.ods", "2023-10-13T12:00", "hos_public_health", public_health.write),
    Return("highways.xlsx", "2023-10-16T15:00", "hos_highways", highways.write),
    Return("children.xlsx", "2023-10-17T17:00", "cd_children", children.write),
    Return(
        "adults.xlsx", "2023-10-18T10:00", "hos_adult_care", adults.write, "One row has its columns swapped"
    ),
    Return("housing-needs.xlsx", "2023-10-18T17:00", "hos_needs", housing_needs.write),
    Return("finance.xlsx", "2023-10-20T09:30", "cfo", finance.write),
    Return(
        "customer.xlsx",
        "2023-10-24T10:00",
        "hos_customer",
        customer.write,
        "Two working days late. Holds a hidden sheet with complainants' names: refused, none of it kept",
    ),
    Return(
        "libraries.xlsx",
        "2023-10-26T11:00",
        "hos_culture",
        libraries.write,
        "Four working days late. Red ink alone marks the estimate",
    ),
    Return("planning.xlsx", "2023-11-03T16:00", "hos_planning", planning.write, "PLN02 to follow"),
)


def deliver(folder: Path) -> list[Delivery]:
    """Write every file into a folder; returns what each of them brings."""
    figures = [*everything.headlines(), *everything.parts()]
    made = [_history(folder, name, part) for name, part in _parted(everything.history(figures)).items()]
    pool = Pool(figure for figure in figures if everything.known_month(figure) <= "2023-09")
    for each in RETURNS:
        each.write(folder / each.file, pool)
        made.append(Delivery(each.file, each.mapping, each.known_from, each.by, pool.delivered(), each.note))
    rest = everything.of_the_quarter(pool.rest())
    for sent in later.sent(rest):
        extracts.write(folder / sent.file, sent.figures, lambda figure: "")
        made.append(Delivery(sent.file, "extract", sent.known_from, sent.by, tuple(sent.figures), sent.note))
    made.append(_peers(folder))
    return sorted(made, key=lambda delivery: delivery.known_from)


def _parted(history: list[Figure]) -> dict[str, list[Figure]]:
    return {
        "headlines": [figure for figure in history if figure.is_headline],
        "wards": [figure for figure in history if figure.area != BOROUGH],
        "groups": [figure for figure in history if figure.cut],
    }


def _peers(folder: Path) -> Delivery:
    """What other councils reported: no return of a service, so that no figure of the borough comes of it."""
    delivery = Delivery(
        peers.FILE, "extract", PEERS_LOADED, "head_performance", tuple(peers.figures()), peers.NOTE
    )
    extracts.write(folder / delivery.file, delivery.figures, lambda figure: "")
    return delivery


def _history(folder: Path, name: str, figures: list[Figure]) -> Delivery:
    delivery = Delivery(
        f"history/{name}.csv",
        "extract",
        HISTORY_LOADED,
        "head_performance",
        tuple(figures),
        "April 2020 to June 2023; each line says from when it was known",
        has_own_moments=True,
    )
    extracts.write(folder / delivery.file, figures, partial(Delivery.known, delivery))
    return delivery
