"""How many answered a survey, the interval given with its figure, and when an indicator is read with care."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0011_why_whole_groups"),
    ]

    operations = [
        migrations.AddField(
            model_name="observation",
            name="given_lower",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="observation",
            name="given_upper",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="observation",
            name="respondents",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="indicator",
            name="min_denominator",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="finding",
            name="code",
            field=models.CharField(
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
                    ("not_so_many_answered", "not_so_many_answered"),
                    ("interval_contradicted", "interval_contradicted"),
                    ("survey_not_kept", "survey_not_kept"),
                    ("out_of_range", "out_of_range"),
                    ("ten_times_off", "ten_times_off"),
                    ("same_twice", "same_twice"),
                    ("twice_and_different", "twice_and_different"),
                    ("disagrees_with_ledger", "disagrees_with_ledger"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("respondents__isnull", True),
                        models.Q(
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(models.F("respondents")),
                                models.Value(25),
                            ),
                            django.db.models.lookups.Exact(
                                models.Func(
                                    models.F("respondents"),
                                    models.Value("0123456789"),
                                    function="LTRIM",
                                    output_field=models.TextField(),
                                ),
                                models.Value(""),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("given_lower__isnull", True), ("given_upper__isnull", True)),
                        models.Q(
                            ("given_lower__isnull", False),
                            ("given_upper__isnull", False),
                            models.Q(
                                ("given_lower__isnull", True),
                                models.Q(
                                    django.db.models.lookups.LessThanOrEqual(
                                        django.db.models.functions.text.Length(models.F("given_lower")),
                                        models.Value(27),
                                    ),
                                    models.Q(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("given_lower"),
                                                models.Value("-0123456789"),
                                                function="LTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(""),
                                        ),
                                        models.Q(
                                            django.db.models.lookups.Exact(
                                                models.Func(
                                                    models.F("given_lower"),
                                                    models.Value("-.0123456789"),
                                                    function="LTRIM",
                                                    output_field=models.TextField(),
                                                ),
                                                models.Value(""),
                                            ),
                                            django.db.models.lookups.Exact(
                                                models.Func(
                                                    models.F("given_lower"),
                                                    models.Value(".0"),
                                                    function="RTRIM",
                                                    output_field=models.TextField(),
                                                ),
                                                models.F("given_lower"),
                                            ),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("given_upper__isnull", True),
                                models.Q(
                                    django.db.models.lookups.LessThanOrEqual(
                                        django.db.models.functions.text.Length(models.F("given_upper")),
                                        models.Value(27),
                                    ),
                                    models.Q(
                                        django.db.models.lookups.Exact(
                                            models.Func(
                                                models.F("given_upper"),
                                                models.Value("-0123456789"),
                                                function="LTRIM",
                                                output_field=models.TextField(),
                                            ),
                                            models.Value(""),
                                        ),
                                        models.Q(
                                            django.db.models.lookups.Exact(
                                                models.Func(
                                                    models.F("given_upper"),
                                                    models.Value("-.0123456789"),
                                                    function="LTRIM",
                                                    output_field=models.TextField(),
                                                ),
                                                models.Value(""),
                                            ),
                                            django.db.models.lookups.Exact(
                                                models.Func(
                                                    models.F("given_upper"),
                                                    models.Value(".0"),
                                                    function="RTRIM",
                                                    output_field=models.TextField(),
                                                ),
                                                models.F("given_upper"),
                                            ),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                _connector="OR",
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="observation_survey_is_sound",
            ),
        ),
    ]
