"""The shipped Word template: `python -m docs.build_word_template` writes it from its builder.

The builder stands beside it in the package, so that a test can hold the file against it.
"""

from pathlib import Path

from goldenthread.documents.renderers.docx import shipped

FILE = Path(shipped.__file__).parent / "assets" / shipped.NAME


def main() -> int:
    """Write the template anew."""
    FILE.write_bytes(shipped.made())
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
