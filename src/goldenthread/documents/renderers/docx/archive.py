"""Archive: a Word or Excel file as its parts, packed so that the same parts are the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 6


class ArchiveTooLarge(ValueError):
    """A file that would unpack to more than it may."""


def unpacked(file: bytes, at_most: int | None = None) -> dict[str, bytes]:
    """The parts of a file by name; refused before unpacking if they are more bytes than `at_most`."""
    with ZipFile(BytesIO(file)) as source:
        if at_most is not None and sum(info.file_size for info in source.infolist()) > at_most:
            raise ArchiveTooLarge(f"the parts of the file hold more than {at_most:,} bytes")
        return {info.filename: source.read(info) for info in source.infolist() if not info.is_dir()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts in a fixed order, dated and packed the same whenever and wherever it is done."""
    made = BytesIO()
    later = sorted(set(parts) - set(_FIRST))
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as target:
        for name in (*(n for n in _FIRST if n in parts), *later):
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, parts[name], compresslevel=_LEVEL)
    return made.getvalue()
