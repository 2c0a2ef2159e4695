"""Neighbours found by likeness, how close published ones are, and midpoints that are best among peers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0008_rebases"),
    ]

    operations = [
        migrations.AddField(
            model_name="comparatorgroup",
            name="characteristics",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="comparatorgroup",
            name="closeness",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="comparatorgroup",
            name="count",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="comparatorgroup",
            name="nearest_to",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="indicator",
            name="midpoint",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name="comparatorgroup",
            name="members",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name="Characteristic",
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
                ("label", models.CharField(max_length=400)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("decimals", models.IntegerField(default=0)),
                ("values", models.JSONField(default=dict)),
                ("source", models.TextField(blank=True)),
            ],
            options={
                "db_table": "organisation_characteristic",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="characteristic_one_version_per_moment",
                    )
                ],
            },
        ),
    ]
