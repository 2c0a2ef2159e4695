"""docs/methods: pages for performance officers, written from the worked examples in tests/spec.

`python -m docs.build_methods` writes them; with `--check` it only says which are out of date. A page is a
test module: its docstring opens the page, then stand the tables that several tests share (constants of the
module); each test is a section, with its docstring and the tables it is run on, from `@examples` or
`@pytest.mark.parametrize`. The source is read, never run.
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

Each page states a rule and shows it at work. Every example is run as a test, whenever the program changes."""


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
        made[f"{name}.md"] = (
            "\n\n".join([NOTICE, f"# {title}", *opening, *shared_tables(tree), *sections(tree)]) + "\n"
        )
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


def shared_tables(tree: ast.Module) -> Iterator[str]:
    """The tables that stand in a test module by themselves, for several tests."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            text = node.value.value
            if isinstance(text, str) and text.strip().startswith("|"):
                yield inspect.cleandoc(text).strip()


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
        if not isinstance(decorator, ast.Call):
            continue
        kind = ast.unparse(decorator.func).split(".")[-1]
        if kind == "examples":
            yield inspect.cleandoc(ast.literal_eval(decorator.args[0])).strip()
        elif kind == "parametrize" and isinstance(decorator.args[1], ast.List):
            yield parameter_table(decorator.args[0], decorator.args[1].elts)


def parameter_table(names: ast.expr, cases: list[ast.expr]) -> str:
    """The cases of a parametrised test as a table, a column for each parameter."""
    given = ast.literal_eval(names)
    header = [name.strip() for name in given.split(",")] if isinstance(given, str) else list(given)
    rows = [case_cells(case, len(header)) for case in cases]
    return "\n".join(
        f"| {' | '.join(cells)} |"
        for cells in [[name.replace("_", " ") for name in header], ["---"] * len(header), *rows]
    )


def case_cells(case: ast.expr, columns: int) -> list[str]:
    """One case as cells: literals as people write them, anything else as it stands in the source."""
    if isinstance(case, ast.Call) and ast.unparse(case.func).endswith("param"):
        parts = case.args
    else:
        parts = case.elts if columns > 1 and isinstance(case, ast.Tuple | ast.List) else [case]
    return [as_cell(part) for part in parts]


def as_cell(part: ast.expr) -> str:
    """A literal, or the only argument of a call such as Decimal("1.5"), as text."""
    if isinstance(part, ast.Call) and len(part.args) == 1 and not part.keywords:
        part = part.args[0]
    if not isinstance(part, ast.Constant):
        return ast.unparse(part).replace("|", "\\|")
    if isinstance(part.value, bool):
        return "yes" if part.value else "no"
    return "" if part.value is None else str(part.value).replace("|", "\\|")


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
