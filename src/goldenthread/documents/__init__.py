"""Documents: what a paper says, held apart from how a page, a PDF or a workbook shows it."""
