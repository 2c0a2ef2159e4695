"""WSGI: what a server (granian) runs; refuses to start where the environment would make it unsafe."""

import os

from goldenthread.config import environment

environment.check_may_serve()
os.environ["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.web"

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()

# Rooms can be imported once the application is there, and not before.
from goldenthread.web import warming  # noqa: E402

warming.keep_warm()
