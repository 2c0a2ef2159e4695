"""Admin pages for support: read-only, for a change made here would go round the audit."""
