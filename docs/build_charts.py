"""The pictures of charts in the docs: `python -m docs.build_charts` draws them anew from invented figures.

They are the program's own drawings, at the width of a page, with what each says as its description.
"""

from pathlib import Path

from goldenthread.documents.charts import plots
from tests.documents import plotted

FOLDER = Path(__file__).resolve().parent / "images"


def pictures() -> dict[str, str]:
    """Each picture by its file name."""
    return {
        f"chart-{name}.svg": plots.draw(plot, width=plots.WIDE, finding=plots.finding(plot)) + "\n"
        for name, plot in plotted.PLOTS.items()
    }


def main() -> int:
    """Write the pictures anew."""
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, encoding="utf-8")
    print(f"{len(pictures())} pictures in docs/images")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
