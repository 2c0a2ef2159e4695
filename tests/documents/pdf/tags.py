"""The tag tree of a PDF as text: what a screen reader is given, in its order."""

import io
import re
from collections.abc import Iterator

import pikepdf

_SHOWN = {"Tj", "TJ", "'", '"'}
_FROM_TO = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def reading_order(pdf_bytes: bytes) -> list[tuple[str, str]]:
    """Each tag with its own text, parents before children; a figure's text is its alternative text."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        texts = [_marked_text(page) for page in pdf.pages]
        places = {page.objgen: i for i, page in enumerate(pdf.pages)}
        return list(_told(pdf.Root.StructTreeRoot.K, texts, places, None))


def elements(pdf_bytes: bytes) -> list[tuple[int, str, dict[str, object]]]:
    """Each tag as (depth, name, its attributes and alternative text), in reading order."""
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        return list(_listed(pdf.Root.StructTreeRoot.K, 0))


def _kids(kids):
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids] if kids is not None else []


def _listed(kids, depth):
    for kid in _kids(kids):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found = {}
            for owned in _kids(kid.get("/A")):
                found |= {str(key): _plain(value) for key, value in owned.items()}
            if "/Alt" in kid:
                found["/Alt"] = str(kid.Alt)
            yield depth, str(kid.S)[1:], found
            yield from _listed(kid.get("/K"), depth + 1)


def _plain(value):
    return str(value) if isinstance(value, pikepdf.Name | pikepdf.String) else value


def _told(kids, texts, places, page) -> Iterator[tuple[str, str]]:
    for kid in _kids(kids):
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        here = kid.get("/Pg", page)
        inner = _kids(kid.get("/K"))
        if "/Alt" in kid:
            yield str(kid.S)[1:], str(kid.Alt)
        else:
            yield str(kid.S)[1:], "".join(_own(part, texts, places, here) for part in inner)
            yield from _told(inner, texts, places, here)


def _own(part, texts, places, page):
    if isinstance(part, int):
        return texts[places[page.objgen]].get(part, "")
    if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == pikepdf.Name.MCR:
        return texts[places[part.get("/Pg", page).objgen]].get(int(part.MCID), "")
    return ""


def _marked_text(page) -> dict[int, str]:
    """The text of each marked piece of a page, by its number."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    font: dict[int, str] = {}
    stack: list[tuple[int | None, str | None]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            properties = operands[1] if isinstance(operands[1], pikepdf.Dictionary) else {}
            number = int(properties["/MCID"]) if "/MCID" in properties else None
            instead = str(properties["/ActualText"]) if "/ActualText" in properties else None
            stack.append((number, instead))
            if instead is not None:
                _add(found, stack, instead)
        elif name == "BMC":
            stack.append((None, None))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in _SHOWN and not any(instead is not None for _, instead in stack):
            _add(found, stack, "".join(_decoded(operand, font) for operand in operands))
    return found


def _add(found, stack, text):
    numbers = [number for number, _ in stack if number is not None]
    if numbers:
        found[numbers[-1]] = found.get(numbers[-1], "") + text


def _decoded(operand, font):
    if isinstance(operand, pikepdf.Array):
        return "".join(_decoded(part, font) for part in operand if isinstance(part, pikepdf.String))
    if not isinstance(operand, pikepdf.String):
        return ""
    codes = bytes(operand)
    return "".join(font.get(int.from_bytes(codes[i : i + 2], "big"), "") for i in range(0, len(codes), 2))


def _letters(font) -> dict[int, str]:
    """What each glyph of a font stands for, from its ToUnicode table."""
    table = font.ToUnicode.read_bytes()
    found = {}
    for block in _FROM_TO.findall(table):
        for code, text in _PAIR.findall(block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in _RANGES.findall(table):
        for first, last, text in _RANGE.findall(block):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for i in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + i] = start[:-1] + chr(ord(start[-1]) + i)
    return found


def tables(pdf_bytes: bytes) -> list[list[list[tuple[str, str | None]]]]:
    """Each table as rows of cells, a cell as its tag and its scope."""
    found: list[list[list[tuple[str, str | None]]]] = []
    for _, tag, attributes in elements(pdf_bytes):
        if tag == "Table":
            found.append([])
        elif tag == "TR":
            found[-1].append([])
        elif tag in ("TH", "TD"):
            found[-1][-1].append((tag, attributes.get("/Scope")))
    return found
