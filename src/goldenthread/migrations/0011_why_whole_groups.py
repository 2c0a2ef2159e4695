"""Why a figure was hidden: a whole group stands in one place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0010_expected_outturns"),
    ]

    operations = [
        migrations.AlterField(
            model_name="suppressiondecision",
            name="why",
            field=models.CharField(
                choices=[
                    ("few", "it counts very few people"),
                    ("few_left_out", "it leaves very few people out"),
                    ("whole_group", "everybody of a group stands in one place"),
                    ("protects", "others could be worked out from it"),
                    ("small_base", "it is a share of too few"),
                    ("exception", "an exception hides it"),
                    ("source", "it was hidden where it came from"),
                    ("same_as_before", "an earlier release hid it"),
                ],
                max_length=40,
            ),
        ),
    ]
