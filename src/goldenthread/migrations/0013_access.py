"""Who is who, what they are granted, and with what they sign in."""

import django.db.models.deletion
import django.db.models.functions.text
from django.apps import apps
from django.conf import settings
from django.db import migrations, models

# Tables of other people's that point at ours; commands run without them, and the web door brings them in.
WITH_USERS = ("account", "socialaccount", "mfa")


class Migration(migrations.Migration):
    run_before = [(app, "0001_initial") for app in WITH_USERS if app in apps.app_configs]
    dependencies = [
        ("goldenthread", "0012_surveys"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("person", models.CharField(max_length=64, unique=True)),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("session_round", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "access_user",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="user_email_in_lower_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PasswordLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "access_password_link",
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(max_length=254)),
            ],
            options={
                "db_table": "access_person",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="person_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PostHolding",
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
                ("post", models.CharField(max_length=64)),
                ("person", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "access_post_holding",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="postholding_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
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
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("reader", "reader"),
                            ("owner", "indicator owner"),
                            ("service_manager", "service manager"),
                            ("director", "director"),
                            ("performance_officer", "performance officer"),
                            ("portfolio_holder", "portfolio holder"),
                            ("member", "member of the council"),
                            ("clearing_officer", "clearing officer"),
                            ("data_protection_lead", "data protection lead"),
                            ("democratic_services", "democratic services"),
                            ("administrator", "administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("post", models.CharField(blank=True, max_length=64)),
                ("person", models.CharField(blank=True, max_length=64)),
                ("unit", models.CharField(blank=True, max_length=64)),
                ("portfolio", models.CharField(blank=True, max_length=64)),
                ("effective_to", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "access_role_grant",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="rolegrant_one_version_per_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__gt", ""), ("post", "")),
                            models.Q(("person", ""), ("post__gt", "")),
                            _connector="OR",
                        ),
                        name="rolegrant_to_a_post_or_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role", "owner"), _negated=True), name="rolegrant_makes_no_owner"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("account", models.CharField(max_length=64)),
                ("address", models.GenericIPAddressField(null=True)),
                ("tried_at", models.DateTimeField()),
                ("is_lockout", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "access_sign_in_attempt",
                "indexes": [
                    models.Index(fields=["account", "tried_at"], name="attempt_on_account"),
                    models.Index(fields=["address", "tried_at"], name="attempt_from_address"),
                ],
            },
        ),
    ]
