"""Written: content of documents as HTML for pages, every word escaped, without inline style or script."""
