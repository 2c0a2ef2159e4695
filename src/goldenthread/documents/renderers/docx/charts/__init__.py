"""Charts: the drawings of a paper, native charts and pictures, with their words."""
