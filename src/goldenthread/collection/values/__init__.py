"""Values: numbers, markers and status words as people write them."""
