"""Event types: the closed list of what can stand in the audit log."""

from django.db.models import TextChoices


class Event(TextChoices):
    """What happened; the stored codes never change."""

    VERSIONS_ADDED = "versions.added", "versions added"
    SUBMISSION_RECORDED = "submission.recorded", "figures recorded"
    RETURN_IMPORTED = "return.imported", "return imported"
    CONTENT_REDACTED = "content.redacted", "content redacted"
    POSITION_FROZEN = "position.frozen", "position frozen"
    RELEASE_PUBLISHED = "release.published", "release published"
    RELEASE_APPROVED = "release.approved", "release approved"
    RELEASE_WITHDRAWN = "release.withdrawn", "release withdrawn"
    PHRASE_ALLOWED = "phrase.allowed", "phrase allowed"
    PHRASE_REVOKED = "phrase.revoked", "phrase no longer allowed"
    UNPROTECTED_EXPORTED = "unprotected.exported", "unprotected figures exported"
    SIGNED_IN = "sign_in.done", "signed in"
    SIGN_IN_FAILED = "sign_in.failed", "sign-in failed"
    SIGN_IN_LOCKED = "sign_in.locked", "sign-in locked for a while"
    SIGNED_OUT = "sign_out.done", "signed out"
    PASSWORD_LINK_MADE = "password.link_made", "link to set a password made"
    PASSWORD_SET = "password.set", "password set"
    FACTOR_ADDED = "factor.added", "second factor added"
    FACTOR_REMOVED = "factor.removed", "second factor removed"
    RECOVERY_CODES_MADE = "recovery_codes.made", "recovery codes made"
    SESSIONS_ENDED = "sessions.ended", "sessions ended"
