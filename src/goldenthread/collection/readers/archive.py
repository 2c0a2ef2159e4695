"""The archive: a workbook is a zip of XML, measured before anything is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Set as AbstractSet

from goldenthread.collection.findings import Code, refusal

MOST_UNPACKED = 1_000_000_000
MOST_MEMBERS = 5_000
# Tables of figures pack 5 to 60 times; a member beyond this is made to blow up.
MOST_TIMES = 400
SMALL = 1_000_000
CHUNK = 1 << 20

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
SAVE_AGAIN = "Open it in Excel or LibreOffice and save it again"


class Archive:
    """The members of one zip; each is unpacked against its declared size and checksum."""

    def __init__(self, file: str, content: bytes):
        """Opens and measures; raises `FileRefused` for what is no sound archive."""
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged(file, "the workbook is damaged: it cannot be unpacked") from error
        self._measure()

    @property
    def names(self) -> set[str]:
        """What the archive holds."""
        return set(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """One member, whole; its checksum holds, and it declares no entities of its own."""
        try:
            content = self._zip.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise _damaged(self.file, f"the workbook is damaged: {name} cannot be unpacked") from error
        if b"<!DOCTYPE" in content[:CHUNK]:
            raise _damaged(self.file, f"{name} declares entities, which no spreadsheet program writes")
        return content

    def check(self, names: AbstractSet[str]) -> None:
        """Unpack these members and forget them, so that a false size or checksum shows."""
        for name in names:
            self.read(name)

    def _measure(self) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
            raise _bomb(self.file, f"{len(members):,} parts and {unpacked:,} bytes when unpacked")
        for member in members:
            if member.file_size > SMALL and member.file_size > MOST_TIMES * max(member.compress_size, 1):
                raise _bomb(
                    self.file,
                    f"a part that unpacks to {member.file_size:,} bytes from {member.compress_size:,}",
                )


def kind(file: str, content: bytes) -> str:
    """Which kind of workbook a zip is: xlsx or ods."""
    archive = Archive(file, content)
    if "mimetype" in archive.names and archive.read("mimetype").strip() == SPREADSHEET:
        return "ods"
    if "xl/workbook.xml" in archive.names:
        return "xlsx"
    if "xl/workbook.bin" in archive.names:
        wrong = "it is a binary workbook (.xlsb)"
    else:
        wrong = "it is a zip archive, but no workbook that can be read"
    raise refusal(file, Code.WRONG_KIND, wrong, "Save it as .xlsx, .ods or .csv and send that")


def _damaged(file: str, wrong: str) -> Exception:
    return refusal(file, Code.NOT_READABLE, wrong, SAVE_AGAIN)


def _bomb(file: str, what: str) -> Exception:
    return refusal(
        file,
        Code.TOO_LARGE,
        f"the workbook holds {what}: it was not opened",
        "Copy the table alone into a new workbook and send that",
    )
