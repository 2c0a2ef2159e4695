"""The first schema: every table of every room."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file_name", models.CharField(max_length=500)),
                ("file_digest", models.CharField(db_index=True, max_length=64)),
                ("mapping", models.CharField(max_length=60)),
                ("mapping_digest", models.CharField(max_length=64)),
                ("known_from", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
                ("added", models.IntegerField()),
                ("changed", models.IntegerField()),
                ("unchanged", models.IntegerField()),
                ("refused", models.IntegerField()),
                ("ignored", models.JSONField(default=dict)),
                ("submissions", models.JSONField(default=list)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "collection_import_run",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=40, unique=True)),
                ("position_date", models.DateField()),
                ("known_at", models.DateTimeField()),
                ("frozen_by", models.CharField(max_length=120)),
                ("previous_digest", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "positions_position",
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("known_from", models.DateTimeField(db_index=True)),
                ("source_kind", models.CharField(max_length=40)),
                ("source_name", models.CharField(max_length=500)),
                ("source_digest", models.CharField(blank=True, max_length=64)),
                ("mapping", models.CharField(blank=True, max_length=200)),
                ("by", models.CharField(max_length=200)),
                ("row_count", models.IntegerField()),
                ("repeats", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "observations_submission",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Action",
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
                ("wording", models.CharField(max_length=400)),
                ("parent", models.CharField(blank=True, max_length=64)),
                ("plan", models.CharField(blank=True, max_length=64)),
                ("priority", models.CharField(max_length=64)),
                ("outcome", models.CharField(blank=True, max_length=64)),
                ("flagship", models.BooleanField(default=True)),
                ("unit_code", models.CharField(max_length=64)),
                ("portfolio", models.CharField(blank=True, max_length=64)),
                ("lead", models.CharField(blank=True, max_length=64)),
                ("due", models.DateField(blank=True, null=True)),
                ("every_quarter", models.BooleanField(default=False)),
                ("indicator", models.CharField(blank=True, max_length=64)),
                ("follows_indicator", models.BooleanField(default=False)),
                ("of", models.CharField(blank=True, max_length=40)),
                ("of_what", models.CharField(blank=True, max_length=60)),
                ("order", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "plan_action",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="action_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
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
                ("name", models.CharField(max_length=400)),
                ("kind", models.CharField(max_length=64)),
                ("parent", models.CharField(blank=True, max_length=64)),
                ("population", models.BigIntegerField(blank=True, null=True)),
                ("seats", models.IntegerField(blank=True, null=True)),
            ],
            options={
                "db_table": "organisation_area",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="area_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("versions.added", "versions added"),
                            ("submission.recorded", "figures recorded"),
                            ("return.imported", "return imported"),
                            ("content.redacted", "content redacted"),
                            ("position.frozen", "position frozen"),
                        ],
                        max_length=60,
                    ),
                ),
                ("by", models.CharField(max_length=200)),
                ("subject", models.CharField(max_length=200)),
                ("label", models.TextField(blank=True)),
                ("details", models.JSONField(default=dict)),
                ("digests", models.JSONField(default=dict)),
                ("previous_hash", models.CharField(blank=True, max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "audit_event",
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="audit_event_number_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by", ""), _negated=True), name="audit_event_names_who"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Challenge",
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
                ("number", models.IntegerField()),
                ("title", models.CharField(max_length=300)),
                ("priority", models.CharField(max_length=64)),
                ("portfolio", models.CharField(max_length=64)),
                ("lead", models.CharField(max_length=64)),
                ("indicators", models.JSONField(blank=True, default=list)),
                ("actions", models.JSONField(blank=True, default=list)),
                ("position", models.TextField(blank=True)),
                ("why", models.TextField()),
                ("doing", models.JSONField(default=list)),
                ("back_on_target", models.TextField()),
                ("since", models.TextField(blank=True)),
            ],
            options={
                "db_table": "challenges_challenge",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="challenge_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Commentary",
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
                ("indicator", models.CharField(blank=True, max_length=64)),
                ("action", models.CharField(blank=True, max_length=64)),
                ("priority", models.CharField(blank=True, max_length=64)),
                ("outcome", models.CharField(blank=True, max_length=64)),
                ("topic", models.CharField(blank=True, max_length=20)),
                ("happened", models.TextField(blank=True)),
                ("why", models.TextField(blank=True)),
                ("next", models.TextField(blank=True)),
                ("author", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "db_table": "assessments_commentary",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="commentary_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ComparatorGroup",
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
                ("name", models.CharField(max_length=400)),
                ("members", models.JSONField(default=list)),
                ("source", models.TextField(blank=True)),
            ],
            options={
                "db_table": "organisation_comparator_group",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="comparatorgroup_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorporatePlan",
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
                ("name", models.CharField(max_length=400)),
                ("adopted_on", models.DateField()),
                ("adopted_by", models.CharField(max_length=400)),
                ("start", models.DateField()),
                ("end", models.DateField()),
            ],
            options={
                "db_table": "plan_corporate_plan",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="corporateplan_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
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
                ("name", models.CharField(max_length=400)),
                ("short_name", models.CharField(max_length=400)),
                ("area", models.CharField(max_length=64)),
                ("fictional", models.BooleanField(default=False)),
                ("notice", models.TextField(blank=True)),
                ("labels", models.JSONField(blank=True, default=dict)),
                ("facts", models.JSONField(blank=True, default=list)),
            ],
            options={
                "db_table": "organisation_council",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="council_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dimension",
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
                ("values", models.JSONField(blank=True, default=list)),
                ("about_people", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "organisation_dimension",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="dimension_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sheet", models.CharField(blank=True, max_length=200)),
                ("cell", models.CharField(blank=True, max_length=20)),
                (
                    "severity",
                    models.CharField(
                        choices=[
                            ("refused file", "refused file"),
                            ("refused row", "refused row"),
                            ("warning", "warning"),
                            ("note", "note"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("not_readable", "not_readable"),
                            ("wrong_kind", "wrong_kind"),
                            ("not_a_form", "not_a_form"),
                            ("too_large", "too_large"),
                            ("empty", "empty"),
                            ("encoding", "encoding"),
                            ("sheet_missing", "sheet_missing"),
                            ("sheet_not_mapped", "sheet_not_mapped"),
                            ("hidden_sheet", "hidden_sheet"),
                            ("header_missing", "header_missing"),
                            ("column_missing", "column_missing"),
                            ("column_twice", "column_twice"),
                            ("column_not_mapped", "column_not_mapped"),
                            ("column_hidden", "column_hidden"),
                            ("cell_missing", "cell_missing"),
                            ("no_rows", "no_rows"),
                            ("formulas_stale", "formulas_stale"),
                            ("known_from", "known_from"),
                            ("row_hidden", "row_hidden"),
                            ("cell_outside", "cell_outside"),
                            ("unknown_indicator", "unknown_indicator"),
                            ("unknown_area", "unknown_area"),
                            ("unknown_breakdown", "unknown_breakdown"),
                            ("unknown_status", "unknown_status"),
                            ("unknown_measure", "unknown_measure"),
                            ("not_a_period", "not_a_period"),
                            ("span_disagrees", "span_disagrees"),
                            ("period_outside_frequency", "period_outside_frequency"),
                            ("future_period", "future_period"),
                            ("unfinished_period", "unfinished_period"),
                            ("not_a_number", "not_a_number"),
                            ("formula_text", "formula_text"),
                            ("formula_without_value", "formula_without_value"),
                            ("error_cell", "error_cell"),
                            ("merged_number", "merged_number"),
                            ("too_many_digits", "too_many_digits"),
                            ("blank", "blank"),
                            ("denominator_missing", "denominator_missing"),
                            ("denominator_zero", "denominator_zero"),
                            ("numerator_above_denominator", "numerator_above_denominator"),
                            ("value_disagrees", "value_disagrees"),
                            ("out_of_range", "out_of_range"),
                            ("ten_times_off", "ten_times_off"),
                            ("same_twice", "same_twice"),
                            ("twice_and_different", "twice_and_different"),
                            ("disagrees_with_ledger", "disagrees_with_ledger"),
                        ],
                        max_length=40,
                    ),
                ),
                ("wrong", models.TextField()),
                ("right", models.TextField()),
                ("row_hash", models.CharField(max_length=64)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="goldenthread.importrun",
                    ),
                ),
            ],
            options={
                "db_table": "collection_finding",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
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
                ("name", models.CharField(max_length=400)),
                ("definition", models.TextField(blank=True)),
                ("numerator_label", models.TextField(blank=True)),
                ("denominator_label", models.TextField(blank=True)),
                ("unit", models.CharField(max_length=60)),
                ("multiplier", models.CharField(default="1", max_length=40)),
                ("decimals", models.IntegerField(default=0)),
                ("display", models.CharField(blank=True, max_length=20)),
                ("polarity", models.CharField(max_length=20)),
                ("frequency", models.CharField(max_length=20)),
                ("basis", models.CharField(max_length=20)),
                ("calendar", models.CharField(default="financial", max_length=20)),
                ("aggregation", models.CharField(max_length=20)),
                ("average_months", models.JSONField(blank=True, default=list)),
                ("arrears_months", models.IntegerField(default=0)),
                ("due", models.JSONField(blank=True, default=list)),
                ("due_note", models.TextField(blank=True)),
                ("expected", models.DateField(blank=True, null=True)),
                ("scheme", models.CharField(max_length=64)),
                ("unit_code", models.CharField(blank=True, max_length=64)),
                ("portfolio", models.CharField(blank=True, max_length=64)),
                ("owner", models.CharField(blank=True, max_length=64)),
                ("priority", models.CharField(blank=True, max_length=64)),
                ("outcome", models.CharField(blank=True, max_length=64)),
                ("corporate", models.BooleanField(default=False)),
                ("counts_people", models.BooleanField(default=False)),
                ("small_number_risk", models.CharField(default="none", max_length=20)),
                ("dimensions", models.JSONField(blank=True, default=list)),
                ("publish_breakdowns", models.JSONField(blank=True, default=list)),
                ("never_break_down", models.JSONField(blank=True, default=list)),
                ("deadband", models.CharField(blank=True, max_length=40)),
                ("deadband_kind", models.CharField(default="none", max_length=20)),
                ("breaks", models.JSONField(blank=True, default=list)),
                ("plausible_low", models.CharField(blank=True, max_length=40)),
                ("plausible_high", models.CharField(blank=True, max_length=40)),
                ("source", models.TextField(blank=True)),
                ("comparator", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "db_table": "indicators_indicator",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="indicator_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
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
                ("rating", models.CharField(max_length=64)),
                ("why", models.TextField()),
                ("author", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "assessments_judgement",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="judgement_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("action", models.CharField(max_length=64)),
                ("title", models.CharField(max_length=400)),
                ("due", models.DateField()),
                ("amount", models.CharField(blank=True, max_length=40)),
                ("reached_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "plan_milestone",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="milestone_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                ("name", models.CharField(max_length=400)),
                ("priority", models.CharField(max_length=64)),
                ("order", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "plan_outcome",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="outcome_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Portfolio",
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
                ("title", models.CharField(max_length=400)),
                ("order", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "organisation_portfolio",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="portfolio_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PortfolioHolding",
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
                ("holder", models.CharField(max_length=400)),
            ],
            options={
                "db_table": "organisation_portfolio_holding",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="portfolioholding_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                ("title", models.CharField(max_length=400)),
                ("unit", models.CharField(max_length=64)),
                ("holder", models.CharField(blank=True, max_length=120)),
                ("vacant", models.BooleanField(default=False)),
                ("deputy", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "db_table": "organisation_post",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="post_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Priority",
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
                ("name", models.CharField(max_length=400)),
                ("short", models.CharField(max_length=400)),
                ("order", models.IntegerField()),
            ],
            options={
                "db_table": "plan_priority",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="priority_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdate",
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
                ("status", models.CharField(max_length=20)),
                ("words", models.TextField(blank=True)),
                ("done", models.CharField(blank=True, max_length=40)),
                ("planned", models.CharField(blank=True, max_length=40)),
                ("revised_due", models.DateField(blank=True, null=True)),
                ("author", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "db_table": "plan_progress_update",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="progressupdate_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingScheme",
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
                ("definition", models.JSONField()),
            ],
            options={
                "db_table": "indicators_rating_scheme",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="ratingscheme_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table_name", models.CharField(max_length=63)),
                ("row_hash", models.CharField(max_length=64)),
                ("columns", models.JSONField(default=list)),
                ("reason", models.TextField()),
                ("approver", models.CharField(max_length=200)),
                ("audit_number", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "audit_redaction",
                "ordering": ["id"],
                "indexes": [models.Index(fields=["row_hash", "table_name"], name="redaction_of_row")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="redaction_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approver", ""), _negated=True), name="redaction_names_approver"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportingCalendar",
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
                ("position_date", models.DateField()),
                ("returns_due", models.DateField(blank=True, null=True)),
                ("freeze_at", models.DateTimeField(blank=True, null=True)),
                ("updates_to", models.DateField(blank=True, null=True)),
                ("previous", models.CharField(blank=True, max_length=40)),
                ("steps", models.JSONField(blank=True, default=list)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "db_table": "organisation_reporting_calendar",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="reportingcalendar_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scorecard",
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
                ("title", models.CharField(max_length=300)),
                ("level", models.CharField(max_length=20)),
                ("subject", models.CharField(blank=True, max_length=64)),
                ("order", models.IntegerField(default=0)),
                ("sections", models.JSONField(default=list)),
            ],
            options={
                "db_table": "scorecards_scorecard",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"),
                        name="scorecard_one_version_per_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                ("target", models.CharField(blank=True, max_length=40)),
                ("amber_to", models.CharField(blank=True, max_length=40)),
                ("lower", models.CharField(blank=True, max_length=40)),
                ("upper", models.CharField(blank=True, max_length=40)),
                ("amber_lower", models.CharField(blank=True, max_length=40)),
                ("amber_upper", models.CharField(blank=True, max_length=40)),
                ("tolerance", models.CharField(blank=True, max_length=40)),
                ("tolerance_kind", models.CharField(default="none", max_length=20)),
                ("floor", models.CharField(blank=True, max_length=40)),
                ("profile", models.JSONField(blank=True, default=dict)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("valid_periods", models.JSONField(blank=True, default=list)),
                ("none", models.CharField(blank=True, max_length=20)),
                ("year_end", models.CharField(blank=True, max_length=40)),
                ("rationale", models.TextField(blank=True)),
            ],
            options={
                "db_table": "indicators_target",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="target_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                ("name", models.CharField(max_length=400)),
                ("kind", models.CharField(max_length=20)),
                ("parent", models.CharField(blank=True, max_length=64)),
                ("order", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "organisation_unit",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "effective_from", "known_from"), name="unit_one_version_per_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PositionLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("code", models.CharField(max_length=120)),
                ("ordinal", models.IntegerField()),
                ("content", models.TextField()),
                ("line_hash", models.CharField(max_length=64)),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="goldenthread.position",
                    ),
                ),
            ],
            options={
                "db_table": "positions_line",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("position", "kind", "code"), name="a_line_stands_once_in_a_position"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=100)),
                ("area", models.CharField(max_length=100)),
                ("breakdown", models.CharField(blank=True, max_length=300)),
                ("period", models.CharField(max_length=40)),
                ("known_from", models.DateTimeField()),
                ("numerator", models.TextField(null=True)),
                ("denominator", models.TextField(null=True)),
                ("value", models.TextField(null=True)),
                ("status", models.CharField(max_length=20)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                ("cell", models.CharField(blank=True, max_length=200)),
                ("replaces", models.CharField(blank=True, max_length=64)),
                ("why", models.TextField(blank=True)),
                ("row_hash", models.CharField(max_length=64)),
                (
                    "submission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="goldenthread.submission",
                    ),
                ),
            ],
            options={
                "db_table": "observations_observation",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "area", "breakdown", "period", "known_from"),
                        name="observation_once_for_each_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("numerator__isnull", True),
                            models.Q(
                                django.db.models.lookups.LessThanOrEqual(
                                    django.db.models.functions.text.Length(models.F("numerator")),
                                    models.Value(27),
                                ),
                                models.Q(
                                    django.db.models.lookups.Exact(
                                        models.Func(
                                            models.F("numerator"),
                                            models.Value("-0123456789"),
                                            function="LTRIM",
                                            output_field=models.TextField(),
                                        ),
                                        models.Value(""),
                                    ),
                                    models.Q(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("numerator"),
                                                models.Value("-.0123456789"),
                                                function="LTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(""),
                                        ),
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("numerator"),
                                                models.Value(".0"),
                                                function="RTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.F("numerator"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="observation_numerator_is_canonical",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator__isnull", True),
                            models.Q(
                                django.db.models.lookups.LessThanOrEqual(
                                    django.db.models.functions.text.Length(models.F("denominator")),
                                    models.Value(27),
                                ),
                                models.Q(
                                    django.db.models.lookups.Exact(
                                        models.Func(
                                            models.F("denominator"),
                                            models.Value("-0123456789"),
                                            function="LTRIM",
                                            output_field=models.TextField(),
                                        ),
                                        models.Value(""),
                                    ),
                                    models.Q(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("denominator"),
                                                models.Value("-.0123456789"),
                                                function="LTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(""),
                                        ),
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("denominator"),
                                                models.Value(".0"),
                                                function="RTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.F("denominator"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="observation_denominator_is_canonical",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", True),
                            models.Q(
                                django.db.models.lookups.LessThanOrEqual(
                                    django.db.models.functions.text.Length(models.F("value")),
                                    models.Value(27),
                                ),
                                models.Q(
                                    django.db.models.lookups.Exact(
                                        models.Func(
                                            models.F("value"),
                                            models.Value("-0123456789"),
                                            function="LTRIM",
                                            output_field=models.TextField(),
                                        ),
                                        models.Value(""),
                                    ),
                                    models.Q(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("value"),
                                                models.Value("-.0123456789"),
                                                function="LTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(""),
                                        ),
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("value"),
                                                models.Value(".0"),
                                                function="RTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.F("value"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="observation_value_is_canonical",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "actual"),
                            ("status", "provisional"),
                            ("status", "estimated"),
                            ("status", "revised"),
                            ("status", "missing"),
                            _connector="OR",
                        ),
                        name="observation_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "missing"),
                                ("value__isnull", True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(models.Q(("status", "missing"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="observation_missing_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaces", ""), models.Q(("why", ""), _negated=True), _connector="OR"
                        ),
                        name="observation_correction_says_why",
                    ),
                ],
            },
        ),
    ]
