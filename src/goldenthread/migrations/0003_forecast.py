"""What owners expect at the end of the year."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0002_report_form"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forecast",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=200)),
                ("effective_from", models.DateField()),
                ("known_from", models.DateTimeField()),
                ("reason", models.TextField()),
                ("approver", models.CharField(max_length=200)),
                ("is_withdrawn", models.BooleanField(default=False)),
                ("content_hash", models.CharField(editable=False, max_length=64)),
                ("audit_number", models.BigIntegerField(editable=False)),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("period", models.CharField(max_length=40)),
                ("indicator", models.CharField(max_length=64)),
                ("value", models.CharField(max_length=40)),
                ("basis", models.TextField()),
                ("author", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "assessments_forecast",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="forecast_one_version_per_moment",
                    )
                ],
            },
        ),
    ]
