"""Events of signing in, and of what people sign in with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("goldenthread", "0013_access"),
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
                    ("sign_in.done", "signed in"),
                    ("sign_in.failed", "sign-in failed"),
                    ("sign_in.locked", "sign-in locked for a while"),
                    ("sign_out.done", "signed out"),
                    ("password.link_made", "link to set a password made"),
                    ("password.set", "password set"),
                    ("factor.added", "second factor added"),
                    ("factor.removed", "second factor removed"),
                    ("recovery_codes.made", "recovery codes made"),
                    ("sessions.ended", "sessions ended"),
                ],
                max_length=60,
            ),
        ),
    ]
