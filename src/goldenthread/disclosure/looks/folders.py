"""Folders: files of one look stand in a folder of their own, so that no two looks are ever mixed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class NotForThisLook(ValueError):
    """The folder holds something that is no file of the look that is to be written there."""


def check(folder: Path, name: str) -> None:
    """Raise NotForThisLook unless the folder is new, empty, or holds files of this look alone.

    Its files are those whose names begin with `name` and a hyphen.
    """
    if folder.exists() and not folder.is_dir():
        raise NotForThisLook(f"{folder} is a file: name a folder for these files alone")
    strange = [each.name for each in sorted(folder.glob("*")) if not each.name.startswith(f"{name}-")]
    if strange:
        raise NotForThisLook(
            f"{folder} holds {', '.join(strange[:3])}: the public look and figures as they are "
            "never stand in one folder, nor with anything else; name a new one"
        )


def put(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files, each whole or not at all; the paths are in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        making = folder / f"{name}.part"
        making.write_bytes(content)
        os.replace(making, folder / name)
    return [folder / name for name in files]
