"""HTML: documents as accessible pages that need no script, together with the files beside them."""

import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from goldenthread.documents.characters import holdable
from goldenthread.documents.content import FORMAT_NAMES, ContentRefused, Document
from goldenthread.documents.renderers.html_filters import FILTERS, sprite
from goldenthread.documents.renderers.html_style import BrandRefused, Style

__all__ = ["BrandRefused", "LinkLeadsNowhere", "Style", "alone", "assets", "check_links", "page", "pages"]

_ID: Final = re.compile(r' id="([^"]+)"')
_HREF: Final = re.compile(r' href="([^"]+)"')


class LinkLeadsNowhere(ContentRefused):
    """A link to a part or a page that the pack does not have."""


def pages(documents: Sequence[Document], *, style: Style, beside: Collection[str] = ()) -> dict[str, bytes]:
    """Every page of a pack and what it needs, by path: "name.html" and "assets/...".

    `beside` names files that stand beside the pages, such as the open data, so that links to them hold.
    """
    written = {f"{d.name}.html": page(d, style=style, pack=documents, beside=beside) for d in documents}
    if len(written) != len(documents):
        raise ContentRefused("two documents of one pack have the same name")
    check_links(written, beside)
    return {path: text.encode() for path, text in written.items()} | assets()


def page(
    document: Document, *, style: Style, pack: Sequence[Document] = (), beside: Collection[str] = ()
) -> str:
    """One document as one page; `pack` lists the papers it belongs with, `beside` the files beside them.

    It leads to those of them that are the same paper in another format.
    """
    template = _environment().get_template("page.html.j2")
    css = Markup(_css(document, style))  # noqa: S704 -- our own style sheet; its strings are escaped
    others = _others(document, beside)
    shown = {"document": document, "pack": pack, "css": css, "sprite": sprite(document), "others": others}
    # Characters that no page may hold become a visible mark, all at once.
    return holdable(template.render(shown)) + "\n"


def alone(document: Document, *, style: Style) -> str:
    """One document as one page that needs no file beside it: the typeface is within."""
    found = page(document, style=style)
    for path, content in assets().items():
        if path.endswith(".woff2"):
            inside = f"data:font/woff2;base64,{b64encode(content).decode()}"
            found = found.replace(f"url({path})", f"url({inside})")
    return found


def _others(document: Document, beside: Collection[str]) -> list[tuple[str, str]]:
    """The same paper in its other formats: what each is called, and its file."""
    files = ((FORMAT_NAMES[format], f"{document.name}.{format}") for format in document.formats)
    return [(name, file) for name, file in files if file in beside]


def assets() -> dict[str, bytes]:
    """The typeface with its licence, by path beside the pages."""
    folder = _folder("assets") / "fonts"
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {f"assets/fonts/{file.name}": file.read_bytes() for file in found}


def _folder(name: str) -> Traversable:
    return files("goldenthread.documents.renderers") / name


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("goldenthread.documents.renderers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


def _css(document: Document, style: Style) -> str:
    variables = "".join(f"{name}:{value};" for name, value in sorted(style.variables().items()))
    sheets = [(_folder("assets") / name).read_text(encoding="utf-8") for name in ("page.css", "print.css")]
    return "\n".join([*sheets, f":root{{{variables}}}", _paper(document)])


def _paper(document: Document) -> str:
    """The printed page: its size, and the foot that says on every page what it is."""
    foot = " · ".join(filter(None, (document.running or document.title, document.notice)))
    box = "font:9pt var(--gt-font);color:#474d59;vertical-align:top;padding-top:2mm"
    feet = (
        f"@bottom-left{{content:{_css_string(foot)};width:80%;text-align:left;{box}}}"
        f'@bottom-right{{content:counter(page) " of " counter(pages);{box}}}'
    )
    portrait = f"size:A4 portrait;margin:20mm 18mm 31mm;{feet}"
    landscape = f"size:A4 landscape;margin:20mm 15mm 31mm;{feet}"
    usual = landscape if document.page == "landscape" else portrait
    return f"@page{{{usual}}}\n@page land{{{landscape}}}"


def _css_string(text: str) -> str:
    return '"' + re.sub(r"[^\w .,:;()·-]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def check_links(written: Mapping[str, str], beside: Collection[str]) -> None:
    """Raise LinkLeadsNowhere for a link to a part or a page that neither the pages nor `beside` have."""
    ids = {path: set(_ID.findall(text)) for path, text in written.items()}
    for path, text in written.items():
        for href in _HREF.findall(text):
            file, _, part = href.partition("#")
            if "://" in file or file.startswith("mailto:"):
                continue
            target = file or path
            known = target in ids or target in beside
            if not known or (part and target in ids and part not in ids[target]):
                raise LinkLeadsNowhere(f"{path} links to {href}, which this pack does not have")
