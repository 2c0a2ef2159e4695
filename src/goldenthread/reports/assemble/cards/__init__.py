"""Cards: what a paper of scorecards has beside their rows."""
