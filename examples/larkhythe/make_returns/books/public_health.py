"""Public Health: an OpenDocument sheet that writes a colon where a quarter was never supplied."""

from pathlib import Path

from examples.larkhythe.make_returns import opendocument
from examples.larkhythe.make_returns.pool import Pool
from examples.larkhythe.make_returns.workbook import Cell, number

QUARTER = "2023-24-Q1"


def write(path: Path, pool: Pool) -> None:
    """The return of Public Health, two months in arrears: April to June 2023."""
    checks, quits = pool.take("PH01", QUARTER), pool.take("PH03", QUARTER)
    quarterly: list[list[Cell]] = [
        ["Measure", "2022-23 Q4", "2023-24 Q1"],
        ["Health checks delivered", ":", number(checks.numerator)],
        ["People eligible", ":", number(checks.denominator)],
        ["Quit at four weeks", ":", number(quits.value)],
        [],
        ["Notes: a colon means that the provider did not supply the quarter."],
    ]
    who: list[list[Cell]] = [["Measure", "Quarter", "Age", "Sex", "Ethnic group", "Number", "Out of"]]
    for indicator, dimensions in {"PH01": ("age", "sex", "ethnicity"), "PH03": ("age", "sex")}.items():
        for at, dimension in enumerate(dimensions):
            for group, figure in pool.groups(indicator, QUARTER, dimension):
                place: list[Cell] = ["", "", ""]
                place[at] = group
                out_of: Cell = number(figure.denominator) if figure.denominator else ""
                who.append([indicator, QUARTER, *place, number(figure.numerator or figure.value), out_of])
    opendocument.write(
        path,
        [
            ("Quarterly", "Health checks and smoking", quarterly),
            ("Who", "Who they are, April to June 2023", who),
        ],
    )
