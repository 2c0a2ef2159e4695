"""Charts: one drawing per figure, as SVG from our own functions, the same for every format."""
