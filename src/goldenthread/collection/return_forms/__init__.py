"""Return forms: pre-filled workbooks for services, and how they are read back."""
