"""Configuration: how this process is wired to its database and logs."""
