"""The index of returns: which files, in what order, known from when, by whom, read by which mapping."""

from collections.abc import Iterable
from pathlib import Path

from examples.larkhythe.make_returns.deliveries import Delivery
from examples.larkhythe.make_returns.workbook import NOTICE

HEAD = f"""# Every file that brings figures, in the order in which they were known. Times are London time.
# {NOTICE}
# Written by the generator: python -m examples.larkhythe.make_returns

returns:
"""


def write(path: Path, deliveries: Iterable[Delivery]) -> None:
    """The index as YAML."""
    path.write_bytes((HEAD + "\n".join(_entry(delivery) for delivery in deliveries)).encode())


def _entry(delivery: Delivery) -> str:
    lines = [
        f"  - file: {delivery.file}",
        f"    mapping: {delivery.mapping}",
        f"    known_from: {delivery.known_from}",
        f"    by: {delivery.by}",
    ]
    if delivery.note:
        lines.append(f'    note: "{delivery.note}"')
    return "\n".join(lines) + "\n"
