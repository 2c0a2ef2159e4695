"""Organisation: the council's units, posts, portfolios and areas, and the dates on which it reports."""
