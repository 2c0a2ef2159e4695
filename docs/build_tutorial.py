"""docs/tutorials/first-quarter.md: the answers in it are those that the commands gave.

`python -m docs.build_tutorial` runs every command of the page, in a folder of its own, and writes the answers
beneath; with `--check` it only says whether the page is out of date. A block begins with ```console, a
command with $. `<!-- shown: 9 -->` above a block keeps the first nine lines of each answer, and its last.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tutorials" / "first-quarter.md"
BLOCK = re.compile(r"(?:<!-- shown: (?P<most>\d+) -->\n)?```console\n(?P<lines>.*?)```\n", re.DOTALL)
SEAL = re.compile(r"\b[0-9a-f]{64}\b")
WIDTH = "90"
MORE = "..."


class Shell:
    """A folder with the examples in it, in which commands are run one after the other."""

    def __init__(self, folder: Path):
        (folder / "examples").symlink_to(ROOT / "examples")
        self.folder = folder
        self.said_before: list[str] = []
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GOLDENTHREAD_")}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        self.settings = {**kept, "PATH": path, "COLUMNS": WIDTH}

    def answer(self, command: str) -> list[str]:
        """The lines that a command writes, both streams together; what it exports holds for the next."""
        if command.startswith("export "):
            self.said_before.append(command)
            return []
        done = subprocess.run(  # noqa: S603  the page is ours
            ["bash", "-c", "\n".join([*self.said_before, command])],  # noqa: S607
            cwd=self.folder,
            env=self.settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return SEAL.sub("(64 digits)", done.stdout).splitlines()


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say what is out of date in it."""
    parser = argparse.ArgumentParser(description="Run the commands of docs/tutorials/first-quarter.md.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if it is out of date")
    is_check = parser.parse_args(arguments).check
    written = PAGE.read_text(encoding="utf-8")
    made = page(written)
    if not is_check:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    changed = list(difflib.unified_diff(written.splitlines(), made.splitlines(), "page", "answers", n=1))
    if changed:
        print("\n".join(changed), file=sys.stderr)
        print(f"Out of date: {PAGE.name}. Write it anew: python -m docs.build_tutorial", file=sys.stderr)
    return 1 if changed else 0


def page(written: str) -> str:
    """The page with the answers that its commands give now."""
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder))
        return BLOCK.sub(lambda block: _answered(block, shell), written)


def commands(written: str) -> list[str]:
    """Every command of a page, those that go over several lines as one."""
    return [command for block in BLOCK.finditer(written) for command in _commands(block["lines"])]


def _answered(block: re.Match[str], shell: Shell) -> str:
    most = int(block["most"]) if block["most"] else None
    lines = []
    for command in _commands(block["lines"]):
        lines += [f"$ {command}", *_shortened(shell.answer(command), most)]
    opening = f"<!-- shown: {most} -->\n" if most else ""
    return f"{opening}```console\n" + "\n".join(lines) + "\n```\n"


def _commands(lines: str) -> Iterator[str]:
    found = ""
    for line in lines.splitlines():
        if found.endswith("\\"):
            found += f"\n{line}"
        elif line.startswith("$ "):
            if found:
                yield found
            found = line.removeprefix("$ ")
    if found:
        yield found


def _shortened(answer: list[str], most: int | None) -> list[str]:
    if most is None or len(answer) <= most + 2:
        return answer
    return [*answer[:most], MORE, answer[-1]]


if __name__ == "__main__":
    sys.exit(main())
