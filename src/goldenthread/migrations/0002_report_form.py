"""The answers to a report's form, standing texts and clearances."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportClearance",
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
                ("order", models.IntegerField(default=0)),
                ("role", models.CharField(max_length=400)),
                ("office", models.CharField(max_length=400)),
                ("post", models.CharField(blank=True, max_length=64)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("on_behalf", models.BooleanField(default=False)),
                ("day", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "reports_clearance",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="reportclearance_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportForm",
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
                ("report_for", models.CharField(blank=True, max_length=400)),
                ("meeting_date", models.DateField(blank=True, null=True)),
                ("subject", models.CharField(blank=True, max_length=400)),
                ("key_decision", models.JSONField(blank=True, null=True)),
                ("responsible", models.JSONField(blank=True, null=True)),
                ("portfolio", models.CharField(blank=True, max_length=64)),
                ("exempt", models.JSONField(blank=True, null=True)),
                ("call_in", models.JSONField(blank=True, null=True)),
                ("wards", models.CharField(blank=True, max_length=400)),
                ("summary", models.TextField(blank=True)),
                ("recommendations", models.JSONField(blank=True, default=list)),
                ("reason_for_recommendations", models.TextField(blank=True)),
                ("risks_on_register", models.JSONField(blank=True, null=True)),
                ("separate_register", models.JSONField(blank=True, null=True)),
                ("register_attached", models.TextField(blank=True)),
                ("risks", models.JSONField(blank=True, default=list)),
                ("holder_consulted", models.JSONField(blank=True, null=True)),
                ("wards_notified", models.JSONField(blank=True, null=True)),
                ("eqia", models.JSONField(blank=True, null=True)),
                ("contact", models.JSONField(blank=True, null=True)),
                ("background", models.JSONField(blank=True, default=list)),
                ("call_in_waived", models.JSONField(blank=True, null=True)),
            ],
            options={
                "db_table": "reports_form",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="reportform_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingText",
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
                ("heading", models.CharField(max_length=64)),
                ("period", models.CharField(blank=True, max_length=40)),
                ("paragraphs", models.JSONField(default=list)),
                ("reviewed", models.DateField(blank=True, null=True)),
                ("review_by", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "reports_standing_text",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="standingtext_one_version_per_moment",
                    )
                ],
            },
        ),
    ]
