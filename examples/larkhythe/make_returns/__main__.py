"""Write Larkhythe's returns: python -m examples.larkhythe.make_returns [folder]."""

import sys
from pathlib import Path

from examples.larkhythe.make_returns import deliveries, index

HOME = Path(__file__).resolve().parent.parent / "returns"


def main(arguments: list[str]) -> None:
    """Write all files, and say how many."""
    folder = Path(arguments[0]) if arguments else HOME
    made = deliveries.deliver(folder)
    index.write(folder / "index.yaml", made)
    print(f"{len(made)} files with {sum(len(delivery.figures) for delivery in made):,} figures in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
