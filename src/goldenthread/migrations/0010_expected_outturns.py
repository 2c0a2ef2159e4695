"""What was computed to be expected at the year's end, kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0009_peers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExpectedOutturn",
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
                ("unit_code", models.CharField(blank=True, max_length=64)),
                ("year_end_period", models.CharField(max_length=40)),
                ("value", models.CharField(max_length=40)),
                ("lower", models.CharField(blank=True, max_length=40)),
                ("upper", models.CharField(blank=True, max_length=40)),
                ("coverage", models.CharField(blank=True, max_length=40)),
                ("method", models.CharField(max_length=40)),
                ("method_version", models.CharField(max_length=20)),
                ("figure_period", models.CharField(max_length=40)),
                ("years", models.IntegerField()),
                ("errors", models.IntegerField()),
                ("position", models.CharField(max_length=64)),
                ("data_known_at", models.DateTimeField()),
            ],
            options={
                "db_table": "assessments_expected_outturn",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="expectedoutturn_one_version_per_moment",
                    )
                ],
            },
        ),
    ]
