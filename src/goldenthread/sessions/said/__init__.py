"""Said: what every indicator's run of figures says, for staff: with icons, limits and charts."""
