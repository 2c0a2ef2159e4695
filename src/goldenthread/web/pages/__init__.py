"""Pages: one view each; a view makes one call and turns the answer into a page."""
