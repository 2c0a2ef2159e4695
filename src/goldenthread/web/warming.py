"""Warming: the latest frozen quarter is brought through the gate before anybody asks for it."""

from __future__ import annotations

import logging
from datetime import datetime
from threading import Thread
from time import sleep
from typing import Final

from django.db import DatabaseError, connection
from django.utils import timezone

from goldenthread.positions import queries as positions
from goldenthread.web import asking

EVERY: Final = 5.0
"""Seconds between two looks at whether something was recorded; each costs a few queries."""

LOG: Final = logging.getLogger(__name__)


def keep_warm() -> None:
    """Begin to keep the latest quarter at hand for as long as this process serves pages."""
    Thread(target=_for_ever, name="warming", daemon=True).start()


def once(*, at: datetime) -> None:
    """Bring the latest frozen quarter into memory, with what its pages need beside it; none may be there."""
    frozen = positions.frozen_periods()
    if frozen:
        asking.quarter(frozen[-1], at=at).complete()


def _for_ever() -> None:
    while True:
        try:
            once(at=timezone.now())
        except (DatabaseError, asking.Withheld) as error:
            # Whoever asks for a page is told; here it is tried again.
            LOG.warning("the latest quarter could not be brought into memory: %s", error)
        finally:
            connection.close()
        sleep(EVERY)
