"""Parts: the sections of the performance report, one module each."""
