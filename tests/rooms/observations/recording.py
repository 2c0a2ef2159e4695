"""A process of its own that records figures, to be run beside others or killed.

python -m tests.rooms.observations.recording prepare|record NAME|check, on GOLDENTHREAD_DATABASE.
"""

import json
import os
import sys
from datetime import UTC, datetime

ROWS = 20_000


def main(command, *names):
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
    import django

    django.setup()
    return {"prepare": prepare, "record": record, "check": check}[command](*names)


def prepare():
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    settings.MIGRATION_MODULES = {config.label: None for config in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)


def record(name):
    import polars as pl

    from goldenthread.observations import actions

    figures = pl.DataFrame(
        {
            "indicator": [name] * ROWS,
            "area": [f"X{number}" for number in range(ROWS)],
            "breakdown": [""] * ROWS,
            "period": ["2023-09"] * ROWS,
            "value_exact": ["1"] * ROWS,
            "status": ["actual"] * ROWS,
        }
    )
    print("recording", flush=True)
    actions.record(
        observations=figures,
        known_from=datetime(2023, 10, 10, tzinfo=UTC),
        source=actions.Source(kind="file", name=name),
        by="Head of Performance",
        at=datetime(2024, 6, 1, tzinfo=UTC),
    )


def check():
    from goldenthread.audit import verify as audit_verify
    from goldenthread.audit.models import AuditEvent
    from goldenthread.observations import verify
    from goldenthread.observations.models import Observation, Submission

    found = {
        "observations": Observation.objects.count(),
        "submissions": Submission.objects.count(),
        "events": AuditEvent.objects.count(),
        "faults": [str(fault) for fault in [*audit_verify.faults(), *verify.faults()]],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
