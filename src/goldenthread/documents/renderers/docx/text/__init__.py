"""Text: the words of a paper inside its paragraphs."""
