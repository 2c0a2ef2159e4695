"""Checked: a council's template is a plain Word file whose placeholders do no more than print."""

import re
from typing import Final
from zipfile import BadZipFile

import jinja2
from jinja2 import nodes
from lxml import etree

from goldenthread.documents.renderers.docx import archive
from goldenthread.documents.renderers.docx.refusals import TemplateRefused

MAIN: Final = "word/document.xml"
TYPES: Final = "[Content_Types].xml"
NAMES: Final = ("title", "subtitle", "council", "dates", "notice", "running", "body")

_LARGEST: Final = 64 * 1024 * 1024
_FILLED: Final = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_UNFILLED: Final = re.compile(r"word/(footnotes|endnotes|comments)\.xml")
_ACTIVE: Final = re.compile(r"vbaProject|vbaData|activeX/|macroEnabled", re.IGNORECASE)
_TRACKED: Final = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|[a-zA-Z]+Change)[ />]")
_COMMENTED: Final = re.compile(r"<w:comment(?:RangeStart|Reference)[ />]")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_TAG: Final = re.compile(r"<[^>]*>")
_KNOWN: Final = ", ".join(f"{{{{ {name} }}}}" for name in NAMES)

ENVIRONMENT: Final = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)


def opened(file: bytes) -> dict[str, bytes]:
    """The parts of a template, refused unless it is a Word document without macros."""
    try:
        parts = archive.unpacked(file, _LARGEST)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as fault:
        raise TemplateRefused(
            "the template is not a Word file; save it in Word as a Word document (.docx)"
        ) from fault
    if TYPES not in parts or MAIN not in parts:
        raise TemplateRefused(
            f"the template has no {MAIN}; save it in Word as a Word document (.docx), not in another format"
        )
    if any(map(_ACTIVE.search, parts)) or _ACTIVE.search(parts[TYPES].decode("utf-8", "replace")):
        raise TemplateRefused(
            "the template holds macros or controls that run; save it in Word as a Word document without "
            "macros (.docx)"
        )
    return parts


def parsed(name: str, content: bytes) -> etree._Element:
    """One part as XML; a document type, which could draw in other files, is refused."""
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as fault:
        raise TemplateRefused(
            f"the template's {name} is damaged ({fault}); open it in Word and save it again"
        ) from fault
    if b"<!DOCTYPE" in content:
        raise TemplateRefused(f"the template's {name} declares a document type; save it in Word again")
    return root


def filled(parts: dict[str, bytes]) -> list[str]:
    """The parts in which placeholders stand: the document, its headers and its footers."""
    for name in sorted(parts):
        if (
            _UNFILLED.fullmatch(name)
            and b"{{" in _TAG.sub("", parts[name].decode("utf-8", "replace")).encode()
        ):
            raise TemplateRefused(
                f"the template's {name} holds a placeholder; they may stand in the text, headers and footers"
            )
    return sorted(name for name in parts if _FILLED.fullmatch(name))


def clean(name: str, text: str) -> None:
    """Raise TemplateRefused where a part holds what no paper may go out with: tracked changes, comments."""
    if _TRACKED.search(text):
        raise TemplateRefused(
            f"the template's {name} holds tracked changes; accept or reject them in Word and save it again"
        )
    if _COMMENTED.search(text):
        raise TemplateRefused(f"the template's {name} holds comments; delete them in Word and save it again")


def check(name: str, text: str) -> None:
    """Raise TemplateRefused unless the placeholders of a part print known names and do nothing else."""
    try:
        tree = ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as fault:
        raise TemplateRefused(
            f"the template's {name}: a placeholder cannot be read ({fault.message}); write one of {_KNOWN}"
        ) from fault
    for part in tree.body:
        for node in part.nodes if isinstance(part, nodes.Output) else [part]:
            _check(name, node)


def _check(name: str, node: nodes.Node) -> None:
    if isinstance(node, nodes.TemplateData):
        return
    if not isinstance(node, nodes.Name):
        raise TemplateRefused(
            f"the template's {name} holds a placeholder that does more than print a name "
            f"({type(node).__name__}); only these may stand there: {_KNOWN}"
        )
    if node.name not in NAMES:
        raise TemplateRefused(
            f"the template's {name} holds the placeholder {{{{ {node.name} }}}}, which is not known; "
            f"write one of {_KNOWN}"
        )
