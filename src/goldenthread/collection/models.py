"""What collection keeps: each import of a file, and what it found."""

from django.db import models

from goldenthread.collection.findings import Code, Severity


class ImportRun(models.Model):
    """One file read into the ledger by one mapping. `digest` seals what was read and found.

    The file itself is not kept: its SHA-256 tells whether a file at hand is the one that was read.
    """

    append_only = True
    hash_column = "digest"
    redactable = {"file_name": "redacted"}

    file_name = models.CharField(max_length=500)
    file_digest = models.CharField(max_length=64, db_index=True)
    mapping = models.CharField(max_length=60)
    mapping_digest = models.CharField(max_length=64)
    known_from = models.DateTimeField()
    by = models.CharField(max_length=200)
    added = models.IntegerField()
    changed = models.IntegerField()
    unchanged = models.IntegerField()
    refused = models.IntegerField()
    # Rows that are no figures, by why: {"blank row": 3, "total": 1}.
    ignored = models.JSONField(default=dict)
    submissions = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "collection_import_run"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.file_name} by {self.mapping}, known from {self.known_from}"


class Finding(models.Model):
    """One thing that was wrong in a file, and what would be right."""

    append_only = True
    hash_column = "row_hash"
    redactable = {"wrong": "redacted", "right": "redacted", "sheet": "redacted"}

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="findings")
    sheet = models.CharField(max_length=200, blank=True)
    cell = models.CharField(max_length=20, blank=True)
    severity = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Severity])
    code = models.CharField(max_length=40, choices=[(each.value, each.value) for each in Code])
    wrong = models.TextField()
    right = models.TextField()
    row_hash = models.CharField(max_length=64)

    class Meta:
        db_table = "collection_finding"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.cell}: {self.wrong}"
