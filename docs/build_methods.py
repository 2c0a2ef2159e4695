"""docs/methods: pages for performance officers, written from the worked examples in tests/spec.

`python -m docs.build_methods` writes them; with `--check` it only says which are out of date. A page is a test module: its docstring
opens the page; each test is a section, with its docstring and the tables given to `@examples`. The source is read, never run.
"""

import argparse
import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "tests" / "spec"
PAGES = ROOT / "docs" / "methods"

NOTICE = "<!-- Generated from tests/spec by `make docs`: change the worked examples, not this page. -->"

INDEX_OPENING = """# How figures are worked out

Each page states a rule and shows it at work. Every example below is run as a test, on each change of the program."""


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or say which differ from what would be written."""
    parser = argparse.ArgumentParser(description="Write docs/methods from the worked examples in tests/spec.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a page is out of date")
    if parser.parse_args(arguments).check:
        stale = sorted(out_of_date(pages(SPEC), PAGES))
        if stale:
            print(f"Out of date: {', '.join(stale)}. Write them anew with: make docs", file=sys.stderr)
        return 1 if stale else 0
    write(pages(SPEC), PAGES)
    return 0


def pages(spec: Path) -> dict[str, str]:
    """File name and text of every page, the index included."""
    made = {}
    titles = []
    for source in sorted(spec.rglob("test_*.py")):
        name = "-".join(source.relative_to(spec).with_suffix("").parts).replace("test_", "").replace("_", "-")
        tree = ast.parse(source.read_text(encoding="utf-8"))
        title, opening = opening_of(tree, source)
        made[f"{name}.md"] = "\n\n".join([NOTICE, f"# {title}", *opening, *sections(tree)]) + "\n"
        titles.append(f"- [{title}]({name}.md)")
    made["README.md"] = "\n\n".join([NOTICE, INDEX_OPENING, *(["\n".join(titles)] if titles else [])]) + "\n"
    return made


def opening_of(tree: ast.Module, source: Path) -> tuple[str, list[str]]:
    """Title and further paragraphs, from the docstring of a test module."""
    docstring = ast.get_docstring(tree)
    if not docstring:
        raise SystemExit(f"{source} needs a docstring: its first line is the title of the page")
    title, _, rest = docstring.partition("\n")
    return title.rstrip("."), [rest.strip()] if rest.strip() else []


def sections(tree: ast.Module) -> Iterator[str]:
    """The tests of a module in their order, those of a class beneath the class."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield section(node)
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from sections(ast.Module(body=node.body, type_ignores=[]))


def section(test: ast.FunctionDef) -> str:
    """One test: its name as a sentence, its docstring, its tables."""
    heading = test.name.removeprefix("test_").replace("_", " ")
    docstring = ast.get_docstring(test)
    parts = [f"## {heading[0].upper()}{heading[1:]}"]
    if docstring:
        parts.append(docstring)
    parts.extend(tables(test))
    return "\n\n".join(parts)


def tables(test: ast.FunctionDef) -> Iterator[str]:
    """The tables a test is run on."""
    for decorator in test.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).split(".")[-1] == "examples":
            yield inspect.cleandoc(ast.literal_eval(decorator.args[0])).strip()


def out_of_date(wanted: dict[str, str], folder: Path) -> set[str]:
    """Names of the pages that are missing, different, or no longer wanted."""
    found = {page.name: page.read_text(encoding="utf-8") for page in folder.glob("*.md")}
    return {name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)}


def write(wanted: dict[str, str], folder: Path) -> None:
    """Make the folder hold these pages and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.md"):
        if page.name not in wanted:
            page.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
