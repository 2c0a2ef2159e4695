"""The one Django app; every room is a plain package inside it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class Goldenthread(AppConfig):
    name = "goldenthread"
    verbose_name = "goldenthread"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the triggers of the append-only tables put back after every migration."""
        from goldenthread.audit import triggers

        pre_migrate.connect(triggers.make_way, sender=self)
        post_migrate.connect(triggers.install, sender=self)
