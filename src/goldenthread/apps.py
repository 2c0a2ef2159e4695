"""The one Django app; every room is a plain package inside it."""

from django.apps import AppConfig


class Goldenthread(AppConfig):
    name = "goldenthread"
    verbose_name = "goldenthread"
    default_auto_field = "django.db.models.BigAutoField"
