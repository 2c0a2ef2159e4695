"""What is kept of a release: what left the council, what was hidden and why, and the proof of it."""

from django.db import models

CODE = 64
HASH = 64
WORD = 40


class Why(models.TextChoices):
    """Why a figure was hidden; the stored codes never change."""

    FEW = "few", "it counts very few people"
    FEW_LEFT_OUT = "few_left_out", "it leaves very few people out"
    WHOLE_GROUP = "whole_group", "everybody of a group stands in one place"
    PROTECTS = "protects", "others could be worked out from it"
    SMALL_BASE = "small_base", "it is a share of too few"
    EXCEPTION = "exception", "an exception hides it"
    SOURCE = "source", "it was hidden where it came from"
    SAME_AS_BEFORE = "same_as_before", "an earlier release hid it"


class Word(models.TextChoices):
    """What a person decided about a release; the stored codes never change."""

    APPROVED = "approved", "approved"
    WITHDRAWN = "withdrawn", "withdrawn"


class OnPhrase(models.TextChoices):
    """What the data protection lead decided about a phrase; the stored codes never change."""

    ALLOWED = "allowed", "allowed"
    REVOKED = "revoked", "no longer allowed"


class Release(models.Model):
    """What one pack told the public, with the proof that it tells too much of nobody.

    `inputs` is the digest of what it was made from: the figures, the policies, the engine. `world` names the
    releases that were out when it was made. `figures` and `proof` are canonical text, compressed. `digest`
    seals all of it, without the clock.
    """

    append_only = True
    hash_column = "digest"

    code = models.CharField(max_length=CODE, unique=True)
    period = models.CharField(max_length=WORD)
    position = models.CharField(max_length=HASH)
    known_at = models.DateTimeField()
    inputs = models.CharField(max_length=HASH, db_index=True)
    world = models.JSONField(default=list)
    engine = models.CharField(max_length=WORD)
    level = models.CharField(max_length=WORD)
    width = models.IntegerField()
    shown_count = models.IntegerField()
    hidden_count = models.IntegerField()
    primary_cells = models.IntegerField()
    secondary_cells = models.IntegerField()
    lost = models.BigIntegerField()
    figures = models.TextField()
    proof = models.TextField()
    digest = models.CharField(max_length=HASH, unique=True)
    made_by = models.CharField(max_length=200)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "disclosure_release"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.code


class SuppressionDecision(models.Model):
    """One figure that a release hides: which, why, and how many people it would have counted."""

    append_only = True

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="decisions")
    indicator = models.CharField(max_length=CODE)
    area = models.CharField(max_length=CODE, blank=True)
    breakdown = models.CharField(max_length=300, blank=True)
    period = models.CharField(max_length=WORD)
    why = models.CharField(max_length=WORD, choices=Why)
    lost = models.BigIntegerField()

    class Meta:
        db_table = "disclosure_suppression"
        ordering = ["id"]
        constraints = (
            models.UniqueConstraint(
                fields=["release", "indicator", "area", "breakdown", "period"],
                name="a_release_decides_once_on_a_figure",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.breakdown} {self.period}: {self.why}"


class ReleaseWord(models.Model):
    """What a person decided about a release: that it is approved, or that it never left the council."""

    append_only = True

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="words")
    word = models.CharField(max_length=WORD, choices=Word)
    reason = models.TextField()
    by = models.CharField(max_length=200)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "disclosure_release_word"
        ordering = ["id"]
        constraints = (
            models.UniqueConstraint(fields=["release", "word"], name="a_word_on_a_release_is_said_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_word_on_a_release_says_why"),
            models.CheckConstraint(condition=~models.Q(by=""), name="a_word_on_a_release_names_who"),
        )

    def __str__(self) -> str:
        return f"{self.release}: {self.word}"


class PhraseWord(models.Model):
    """What the data protection lead decided about a phrase of a text: that it may stand, or no longer.

    The phrase itself is not kept, for it may tell of a person: `phrase` is its digest
    (`methods.disclosure.words.digest`), with the place of its text. It holds for reports as known from
    `known_from` on. `digest` seals all of it, without the clock.
    """

    append_only = True
    hash_column = "digest"

    phrase = models.CharField(max_length=HASH, db_index=True)
    word = models.CharField(max_length=WORD, choices=OnPhrase)
    known_from = models.DateTimeField()
    period = models.CharField(max_length=WORD)
    kind = models.CharField(max_length=WORD)
    about = models.TextField(blank=True)
    field = models.TextField(blank=True)
    rule = models.CharField(max_length=WORD)
    reason = models.TextField()
    by = models.CharField(max_length=200)
    digest = models.CharField(max_length=HASH, unique=True)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "disclosure_phrase_word"
        ordering = ["id"]
        constraints = (
            models.UniqueConstraint(
                fields=["phrase", "known_from"], name="a_phrase_has_one_word_at_a_moment"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_word_on_a_phrase_says_why"),
            models.CheckConstraint(condition=~models.Q(by=""), name="a_word_on_a_phrase_names_who"),
        )

    def __str__(self) -> str:
        return f"{self.period}, {self.kind} {self.about}: {self.word}"
