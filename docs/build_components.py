"""Build the style sheet of the vendored components anew from their unpacked packages.

    python -m docs.build_components FOLDER

FOLDER holds the unpacked packages `govuk-frontend` and `@ministryofjustice/frontend` as `govuk` and `moj`.
Kept are the rules of the parts in use alone; the typefaces are replaced by the council's, and nothing is
left that GOV.UK reserves for itself: font, crest, header, footer.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PLACE: Final = Path(__file__).parent.parent / "src/goldenthread/web/static/goldenthread/components"
PACKAGES: Final = {
    "govuk": ("dist/govuk/govuk-frontend.min.css", "MIT, Crown Copyright (Government Digital Service)"),
    "moj": ("moj/moj-frontend.min.css", "MIT, Crown Copyright (Ministry of Justice)"),
}
IN_USE: Final = (
    "govuk-button", "govuk-button-group", "govuk-checkboxes", "govuk-details", "govuk-error-message",
    "govuk-error-summary", "govuk-fieldset", "govuk-file-upload", "govuk-form-group", "govuk-hint",
    "govuk-input", "govuk-label", "govuk-notification-banner", "govuk-radios", "govuk-select",
    "govuk-skip-link", "govuk-textarea", "govuk-visually-hidden", "moj-sub-navigation",
)  # fmt: skip
FONT: Final = re.compile(r"font-family:[^;}]+")
NAME: Final = re.compile(r"\.((?:govuk|moj)-[a-z0-9-]+)")


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule of a style sheet without its comments: what stands before its braces, and within."""
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    at = 0
    while (opened := text.find("{", at)) >= 0:
        depth, end = 1, opened + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        head = (
            text[at:opened].rpartition(";")[2] if text[at:opened].startswith("@charset") else text[at:opened]
        )
        yield head.strip(), text[opened + 1 : end - 1]
        at = end


def kept(css: str) -> str:
    """The rules of the parts in use, rules within rules too."""
    found = []
    for head, body in rules(css):
        if head.startswith(("@media", "@supports")):
            inner = kept(body)
            found += [f"{head}{{{inner}}}"] if inner else []
        elif head == ":root":
            found.append(f"{head}{{{body}}}")
        elif not head.startswith("@") and (
            selectors := [each for each in _selectors(head) if _is_used(each)]
        ):
            found.append(f"{','.join(selectors)}{{{FONT.sub('font-family:var(--gt-font)', body)}}}")
    return "".join(found)


def _selectors(head: str) -> list[str]:
    """The selectors of a rule, split at the commas that stand in no brackets."""
    return re.split(r",(?![^()\[\]]*[)\]])", head)


def _is_used(selector: str) -> bool:
    names = {name.split("__")[0].split("--")[0] for name in NAME.findall(selector)}
    return bool(names) and all(name in IN_USE for name in names)


def main(arguments: list[str]) -> int:
    """Write the style sheet and, beside it, from which versions it was made."""
    (folder,) = map(Path, arguments)
    sheets, told = [], []
    for name, (path, licence) in PACKAGES.items():
        about = json.loads((folder / name / "package.json").read_text(encoding="utf-8"))
        head = f"/* {about['name']} {about['version']}. {licence}. Parts of it, with another typeface. */"
        sheets.append(head + "\n" + kept((folder / name / path).read_text(encoding="utf-8")))
        told.append({"name": about["name"], "version": about["version"], "licence": about["license"]})
    PLACE.mkdir(parents=True, exist_ok=True)
    (PLACE / "components.css").write_text("\n".join(sheets) + "\n", encoding="utf-8")
    made = {"packages": told, "parts": list(IN_USE)}
    (PLACE / "versions.json").write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    for name in PACKAGES:
        for licence_file in (folder / name).glob("LICEN[CS]E*"):
            shutil.copy(licence_file, PLACE / f"{name}-{licence_file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
