"""Sessions: the staff papers with which a director goes into a performance session."""
