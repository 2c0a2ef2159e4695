"""Verify releases: every one against its seal, the audit and its own proof."""

from __future__ import annotations

from goldenthread.audit.events import Event
from goldenthread.audit.models import AuditEvent
from goldenthread.disclosure import actions, gate
from goldenthread.disclosure.drafts import kept
from goldenthread.disclosure.drafts.printed import KEY
from goldenthread.disclosure.models import Release, SuppressionDecision
from goldenthread.methods.disclosure.protected import NotProven


def faults() -> list[str]:
    """What does not hold, in words, the earliest release first; empty when all holds."""
    told = _seals_of_the_audit()
    found: list[str] = []
    for release in Release.objects.order_by("id"):
        found += [*faults_of(release), *_not_as_audited(release, told.pop(release.code, ""))]
    return [*found, *(f"release {code}: it was published and is not here" for code in sorted(told))]


def of_release(code: str) -> list[str]:
    """What does not hold of one release, withdrawn or not; told in words too where there is none."""
    release = Release.objects.filter(code=code).first()
    if release is None:
        return [f"release {code} is not in this database"]
    return [*faults_of(release), *_not_as_audited(release, _seals_of_the_audit(code).get(code, ""))]


def faults_of(release: Release) -> list[str]:
    """Its seal, its list of decisions, and its proof: whole numbers added up, nothing else."""
    if actions.digest(release) != release.digest:
        return [f"release {release.code} is not what was sealed"]
    draft = kept.read((release.figures, release.proof))
    hidden = {tuple(row) for row in draft.stated.filter("hidden").select(KEY).iter_rows()}
    rows = SuppressionDecision.objects.filter(release=release).values_list(*KEY)
    found = [] if set(rows) == hidden else [f"release {release.code}: its decisions are not what it hides"]
    try:
        gate.table(draft)
    except NotProven as error:
        found.append(f"release {release.code}: {error}")
    return found


def _not_as_audited(release: Release, seal: str) -> list[str]:
    if seal == release.digest:
        return []
    return [f"release {release.code}: its seal is not the one that the audit tells"]


def _seals_of_the_audit(*codes: str) -> dict[str, str]:
    """The seal of each release as it was published, of these or of all."""
    events = AuditEvent.objects.filter(event=Event.RELEASE_PUBLISHED)
    found = events.filter(subject__in=codes) if codes else events
    return {code: digests["release"] for code, digests in found.values_list("subject", "digests")}
