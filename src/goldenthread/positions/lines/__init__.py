"""Lines: what a frozen quarter seals, gathered room by room."""
