"""Cards: a scorecard of any level as its page shows it: tally, filters, rows."""
