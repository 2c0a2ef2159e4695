"""Bad returns, each as it would come by mail: a function of the folder that gives the file's path."""

import io
import zipfile

from tests.rooms.collection import files

HEADINGS = (*files.HEADINGS, "Area")
GOOD = ["CUS01", "2023-08", 512, 561, None]


def book(*rows, good=GOOD, headings=HEADINGS, **more):
    """A workbook with a good row first; every row is of the whole council."""
    whole = [[*row, "SMH"] for row in (good, *rows)]
    return lambda folder: files.small(folder / "return.xlsx", *whole, headings=headings, **more)


def lines(*written, encoding="utf-8", end="\n"):
    """A CSV file with a good row first."""
    good = "CUS01,2023-08,512,561,,SMH"
    return lambda folder: files.text(
        folder / "return.csv", ",".join(HEADINGS), good, *written, encoding=encoding, end=end
    )


def content(name, held):
    """A file with this content, under this name."""

    def write(folder):
        (folder / name).write_bytes(held)
        return folder / name

    return write


def _change_at(cell, change):
    def made(workbook):
        change(workbook["Q2"], cell)

    return made


def error_cell(folder):
    """A formula whose result is an error."""

    def broken(text):
        return text.replace('<c r="C3" t="n"><v>9</v></c>', '<c r="C3" t="e"><v>#DIV/0!</v></c>')

    path = book(["CUS07", "2023-08", 9, None, None])(folder)
    return files.rewritten(path, {"xl/worksheets/sheet1.xml": broken})


def formula(written):
    """A workbook whose third row holds a formula that no program has calculated."""
    return book(["CUS07", "2023-08", None, None, 9], change=_change_at("E3", _set(written)))


merged = book(
    ["CUS07", "2023-08", None, None, 9],
    ["CUS07", "2023-09", None, None, None],
    change=_change_at("E3:E4", lambda sheet, cells: sheet.merge_cells(cells)),
)


def bomb(folder):
    """An archive that would fill the memory if it were unpacked."""
    path = book()(folder)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 50_000_000)
    return path


def empty(folder):
    """A workbook in which nobody has written."""
    return files.workbook(folder / "return.xlsx", {"Sheet1": []})


def half(folder):
    """The first half of a workbook, as an interrupted download leaves it."""
    whole = book()(folder).read_bytes()
    return content("return.xlsx", whole[: len(whole) // 2])(folder)


def mixed_encodings(folder):
    """One line in Windows' letters in a file that is UTF-8 otherwise."""
    held = io.BytesIO()
    held.write((",".join(HEADINGS) + "\nCUS07,2023-08,,,171,Abbot’s Wharf\n").encode())
    held.write("CUS07,2023-09,,,171,Abbot’s Wharf\n".encode("cp1252"))
    return content("return.csv", held.getvalue())(folder)


def _set(written):
    def change(sheet, cell):
        sheet[cell] = written

    return change
