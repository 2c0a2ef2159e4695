"""Properties: what the file says of itself, dated by the moment its figures were known."""

from datetime import UTC, datetime
from typing import Final

from goldenthread.documents.content import Document
from goldenthread.documents.renderers.docx.markup import attribute

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NO_MOMENT: Final = datetime(1980, 1, 1, tzinfo=UTC)


def parts(document: Document) -> dict[str, bytes]:
    """The property files of a paper."""
    moment = (document.known_at or _NO_MOMENT).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    subject = ". ".join(part.rstrip(".") for part in (document.subtitle, document.dates) if part)
    who = attribute(document.council)
    core = (
        f"{_XML}<cp:coreProperties {_CORE}><dc:title>{attribute(document.title)}</dc:title>"
        f"<dc:subject>{attribute(subject)}</dc:subject><dc:creator>{who}</dc:creator>"
        f"<cp:lastModifiedBy>{who}</cp:lastModifiedBy><cp:revision>1</cp:revision>{dates}"
        f"<dc:language>{document.language}</dc:language></cp:coreProperties>"
    )
    app = (
        f'{_XML}<Properties xmlns="{_APP}"><Application>goldenthread</Application><Company>{who}</Company>'
        "</Properties>"
    )
    return {"docProps/core.xml": core.encode(), "docProps/app.xml": app.encode()}
