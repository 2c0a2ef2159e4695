"""What is kept of access: who is who, which post they hold, what they are granted, and how they sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from goldenthread.access.roles import Role
from goldenthread.audit.versions import Versioned

CODE = 64
HASH = 64


class Person(Versioned):
    """Somebody who may sign in while the version in force is not withdrawn; names change, `code` does not."""

    redactable: ClassVar[dict[str, str]] = {"name": "redacted", "email": "redacted"}

    name = models.CharField(max_length=120)
    email = models.EmailField()

    class Meta(Versioned.Meta):
        db_table = "access_person"


class PostHolding(Versioned):
    """That a person holds a post, from when; withdrawn when they leave it. Several may share a post."""

    post = models.CharField(max_length=CODE)
    person = models.CharField(max_length=CODE)

    class Meta(Versioned.Meta):
        db_table = "access_post_holding"


class RoleGrant(Versioned):
    """A role, given to whoever holds a post or to one person, for a part of the council or all of it.

    `effective_to` is the last day of a grant that ends by itself; an earlier end is a withdrawn version.
    """

    role = models.CharField(max_length=40, choices=Role)
    post = models.CharField(max_length=CODE, blank=True)
    person = models.CharField(max_length=CODE, blank=True)
    unit = models.CharField(max_length=CODE, blank=True)
    portfolio = models.CharField(max_length=CODE, blank=True)
    effective_to = models.DateField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "access_role_grant"
        constraints = [
            *Versioned.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(post="", person__gt="") | models.Q(post__gt="", person=""),
                name="rolegrant_to_a_post_or_a_person",
            ),
            models.CheckConstraint(condition=~models.Q(role=Role.OWNER), name="rolegrant_makes_no_owner"),
        ]


class Users(BaseUserManager["User"]):
    """Users by their e-mail address, however it is written."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """With what a person signs in. Who they are and what they may is kept in versions beside it."""

    is_exported = False

    person = models.CharField(max_length=CODE, unique=True)
    email = models.EmailField(unique=True)
    # Raised by one to end every session that stands open.
    session_round = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Users()

    class Meta:
        db_table = "access_user"
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_lower_case")
        ]

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        """What a session must hold to go on: another one once the password or the round has changed."""
        said = f"{self.password} {self.session_round}"
        return salted_hmac("goldenthread.access.User", said, secret=secret, algorithm="sha256").hexdigest()


class PasswordLink(models.Model):
    """A link that sets a password once; only the hash of its secret is kept."""

    is_exported = False

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    secret_hash = models.CharField(max_length=HASH, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "access_password_link"


class SignInAttempt(models.Model):
    """An attempt to sign in that has not succeeded; `account` is the hash of what was typed, known or not."""

    is_exported = False

    account = models.CharField(max_length=HASH)
    address = models.GenericIPAddressField(null=True)
    tried_at = models.DateTimeField()
    is_lockout = models.BooleanField(default=False)

    class Meta:
        db_table = "access_sign_in_attempt"
        indexes = [
            models.Index(fields=["account", "tried_at"], name="attempt_on_account"),
            models.Index(fields=["address", "tried_at"], name="attempt_from_address"),
        ]
