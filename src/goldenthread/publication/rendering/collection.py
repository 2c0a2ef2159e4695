"""Collection: the interpreter looks for no circles of objects while a pack is made.

A pack makes objects by the million and hardly a circle; each search goes through all of them in vain.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for circles meanwhile; afterwards as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
