"""Verify releases: every one against its seal, the audit and its own proof."""

from __future__ import annotations

from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import actions, gate
from goldenthread.disclosure.drafts import deciding
from goldenthread.disclosure.models import Release, SuppressionDecision
from goldenthread.methods.disclosure.protected import NotProven


def faults() -> list[str]:
    """What does not hold, in words, the earliest release first; empty when all holds."""
    told = _seals_of_the_audit()
    found: list[str] = []
    for release in Release.objects.order_by("id"):
        found += faults_of(release)
        if told.pop(release.code, None) != release.digest:
            found.append(f"release {release.code}: its seal is not the one that the audit tells")
    return [*found, *(f"release {code}: it was published and is not here" for code in sorted(told))]


def of_release(code: str) -> list[str]:
    """What does not hold of one release; [f"..."] where there is none."""
    release = Release.objects.filter(code=code).first()
    return faults_of(release) if release else [f"release {code} is not in this database"]


def faults_of(release: Release) -> list[str]:
    """Its seal, its list of decisions, and its proof: whole numbers added up, nothing else."""
    if actions.digest(release) != release.digest:
        return [f"release {release.code} is not what was sealed"]
    draft = deciding.read((release.figures, release.proof))
    hidden = {tuple(row) for row in draft.stated.filter("hidden").select(deciding.KEY).iter_rows()}
    rows = SuppressionDecision.objects.filter(release=release).values_list(*deciding.KEY)
    found = [] if set(rows) == hidden else [f"release {release.code}: its decisions are not what it hides"]
    try:
        gate.table(draft)
    except NotProven as error:
        found.append(f"release {release.code}: {error}")
    return found


def _seals_of_the_audit() -> dict[str, str]:
    events = AuditEvent.objects.filter(event=Event.RELEASE_PUBLISHED).values_list("subject", "digests")
    return {code: digests["release"] for code, digests in events}
