"""What the data protection lead decided about phrases of texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0006_disclosure_roles"),
    ]

    operations = [
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
                    ("phrase.allowed", "phrase allowed"),
                    ("phrase.revoked", "phrase no longer allowed"),
                    ("unprotected.exported", "unprotected figures exported"),
                ],
                max_length=60,
            ),
        ),
        migrations.CreateModel(
            name="PhraseWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("phrase", models.CharField(db_index=True, max_length=64)),
                (
                    "word",
                    models.CharField(
                        choices=[("allowed", "allowed"), ("revoked", "no longer allowed")], max_length=40
                    ),
                ),
                ("known_from", models.DateTimeField()),
                ("period", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("about", models.TextField(blank=True)),
                ("field", models.TextField(blank=True)),
                ("rule", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "disclosure_phrase_word",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("phrase", "known_from"), name="a_phrase_has_one_word_at_a_moment"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_word_on_a_phrase_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by", ""), _negated=True), name="a_word_on_a_phrase_names_who"
                    ),
                ],
            },
        ),
    ]
