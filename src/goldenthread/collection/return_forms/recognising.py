"""Recognising a filled-in form: which mapping it names."""

import re
from importlib import resources

from goldenthread.collection import mapping
from goldenthread.collection.findings import Code, FileRefused, refusal
from goldenthread.collection.mapping import Mapping
from goldenthread.collection.readers.archive import Archive
from goldenthread.collection.return_forms.workbook import MARK

PROPERTIES = "docProps/custom.xml"
VERSIONS = ("return-form-1",)
NAMED = re.compile(rf'name="{MARK}"[^>]*>\s*<vt:lpwstr[^>]*>([^<]*)</vt:lpwstr>')


def mapping_named(file: str, content: bytes) -> Mapping:
    """The mapping of a form; raises `FileRefused` when the file is no form of ours."""
    version = version_named(file, content)
    if version not in VERSIONS:
        raise refusal(
            file,
            Code.NOT_A_FORM,
            f"the form names the version {version}, which is not known"
            if version
            else "it is no return form",
            "Fill in the form that was sent, or import the file with its mapping",
        )
    text = resources.files(__package__).joinpath(f"{version}.yaml").read_bytes()
    return mapping.read(text, f"{version}.yaml")


def version_named(file: str, content: bytes) -> str:
    """The version that a form names, "" where a file names none."""
    try:
        archive = Archive(file, content)
        properties = archive.read(PROPERTIES) if PROPERTIES in archive.names else b""
    except FileRefused:
        return ""
    found = NAMED.search(properties.decode("utf-8", "replace"))
    return found[1] if found else ""
