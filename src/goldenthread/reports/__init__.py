"""Reports: a frozen quarter, and what has become known since, assembled into papers."""
