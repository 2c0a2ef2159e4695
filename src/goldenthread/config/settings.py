"""Django's settings for commands: one app, one database. What the web door needs besides is in `web.py`."""

import os
import secrets

from goldenthread.config import database

# Commands sign nothing with it, so a fresh one per process does no harm; the web door refuses to start so.
SECRET_KEY = os.environ.get("GOLDENTHREAD_SECRET_KEY") or secrets.token_urlsafe(50)

INSTALLED_APPS = ["goldenthread"]
AUTH_USER_MODEL = "goldenthread.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {
    "default": database.from_address(os.environ.get("GOLDENTHREAD_DATABASE", "var/goldenthread.sqlite3"))
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
