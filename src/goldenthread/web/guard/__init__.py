"""Guard: what holds for every request and every answer, whichever page it is of."""
