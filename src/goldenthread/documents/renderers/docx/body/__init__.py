"""Body: the blocks of a paper as the paragraphs of a Word file, in their order."""
