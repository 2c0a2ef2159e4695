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
