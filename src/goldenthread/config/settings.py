"""Django's settings: one app, one database, no web door yet."""

import os
import secrets

from goldenthread.config import database

# Nothing is signed with it until there is a web door, so a fresh one per process does no harm.
SECRET_KEY = os.environ.get("GOLDENTHREAD_SECRET_KEY") or secrets.token_urlsafe(50)

INSTALLED_APPS = ["goldenthread"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {
    "default": database.from_address(os.environ.get("GOLDENTHREAD_DATABASE", "var/goldenthread.sqlite3"))
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
