"""Highways: dates as text."""

from pathlib import Path

from examples.larkhythe.make_returns.places import WARDS
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Book, number, opened

MONTH_ENDS = {"31/07/2023": "2023-07", "31/08/2023": "2023-08", "30/09/2023": "2023-09"}
CASUALTY_MONTHS = {"30/04/2023": "2023-04", "31/05/2023": "2023-05", "30/06/2023": "2023-06"}
ROAD_USERS = {
    "pedestrian": "Pedestrian",
    "cyclist": "Cyclist",
    "motorcyclist": "Motorcyclist",
    "car": "Car",
    "bus-or-other": "Bus or other",
}


def write(path: Path, pool: Pool) -> None:
    """The return of Highways and Parking for July to September 2023, casualties a quarter in arrears."""
    with opened(path, "Highways return, Q2 2023-24") as book:
        _repairs(book, pool)
        _casualties(book, pool)
        _charge_points(book, pool)


def _repairs(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Repairs", "Potholes, routine repairs and emergencies")
    sheet.headings("Month ending", "Repairs", "Within 28 days", "Emergencies", "Attended in 2 hours")
    for day, period in MONTH_ENDS.items():
        routine, urgent = pool.take("HWY01", period), pool.take("HWY02", period)
        figures = (routine.denominator, routine.numerator, urgent.denominator, urgent.numerator)
        sheet.row(day, *(number(figure) for figure in figures))


def _casualties(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Casualties", "Killed or seriously injured, from the police, provisional")
    sheet.headings("Month ending", "Road user", "Age", "Sex", "Casualties", "Status")
    for day, period in CASUALTY_MONTHS.items():
        sheet.row(day, "All", "", "", number(pool.take("HWY04", period).value), "prov")
        for code, name in ROAD_USERS.items():
            sheet.row(day, name, "", "", number(pool.take("HWY04", period, road_user=code).value), "prov")
        for group, figure in pool.groups("HWY04", period, "age"):
            sheet.row(day, "", group, "", number(figure.value), "prov")
        for group, figure in pool.groups("HWY04", period, "sex"):
            sheet.row(day, "", "", group, number(figure.value), "prov")


def _charge_points(book: Book, pool: Pool) -> None:
    sheet = book.sheet("Charge points", "Public charge points live")
    sheet.headings("Date", "Ward", "Live")
    for ward in WARDS:
        sheet.row("30/09/2023", ward.name, number(pool.take("ENV12", "at2023-09-30", ward.code).value))
    sheet.row("30/09/2023", "Larkhythe", number(pool.take("ENV12", "at2023-09-30").value))
