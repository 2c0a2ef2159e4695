"""What left the council, what was hidden in it and why, and the proof of it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0004_disclosure_policy"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=64, unique=True)),
                ("period", models.CharField(max_length=40)),
                ("position", models.CharField(max_length=64)),
                ("known_at", models.DateTimeField()),
                ("inputs", models.CharField(db_index=True, max_length=64)),
                ("world", models.JSONField(default=list)),
                ("engine", models.CharField(max_length=40)),
                ("level", models.CharField(max_length=40)),
                ("width", models.IntegerField()),
                ("shown_count", models.IntegerField()),
                ("hidden_count", models.IntegerField()),
                ("primary_cells", models.IntegerField()),
                ("secondary_cells", models.IntegerField()),
                ("lost", models.BigIntegerField()),
                ("figures", models.TextField()),
                ("proof", models.TextField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_by", models.CharField(max_length=200)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "disclosure_release",
                "ordering": ["id"],
            },
        ),
        migrations.AlterField(
            model_name="auditevent",
            name="event",
            field=models.CharField(
                choices=[
                    ("versions.added", "versions added"),
                    ("submission.recorded", "figures recorded"),
                    ("return.imported", "return imported"),
                    ("content.redacted", "content redacted"),
                    ("position.frozen", "position frozen"),
                    ("release.published", "release published"),
                    ("release.approved", "release approved"),
                    ("release.withdrawn", "release withdrawn"),
                    ("unprotected.exported", "unprotected figures exported"),
                ],
                max_length=60,
            ),
        ),
        migrations.CreateModel(
            name="ReleaseWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "word",
                    models.CharField(
                        choices=[("approved", "approved"), ("withdrawn", "withdrawn")], max_length=40
                    ),
                ),
                ("reason", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="goldenthread.release",
                    ),
                ),
            ],
            options={
                "db_table": "disclosure_release_word",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("release", "word"), name="a_word_on_a_release_is_said_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_word_on_a_release_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by", ""), _negated=True), name="a_word_on_a_release_names_who"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuppressionDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=64)),
                ("area", models.CharField(blank=True, max_length=64)),
                ("breakdown", models.CharField(blank=True, max_length=300)),
                ("period", models.CharField(max_length=40)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("few", "it counts very few people"),
                            ("few_left_out", "it leaves very few people out"),
                            ("protects", "others could be worked out from it"),
                            ("small_base", "it is a share of too few"),
                            ("exception", "an exception hides it"),
                            ("source", "it was hidden where it came from"),
                            ("same_as_before", "an earlier release hid it"),
                        ],
                        max_length=40,
                    ),
                ),
                ("lost", models.BigIntegerField()),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="goldenthread.release",
                    ),
                ),
            ],
            options={
                "db_table": "disclosure_suppression",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("release", "indicator", "area", "breakdown", "period"),
                        name="a_release_decides_once_on_a_figure",
                    )
                ],
            },
        ),
    ]
