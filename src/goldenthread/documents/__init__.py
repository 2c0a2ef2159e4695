"""Documents: content, wording and charts, and what renders them."""
