"""Access: one address for each person, and one answer to who leads on data protection."""

from collections.abc import Iterator, Sequence

from goldenthread.access.roles import Role
from goldenthread.council_folder.problems import Problem
from goldenthread.council_folder.reading.rows import Row
from goldenthread.indicators.vocabulary import DATA_PROTECTION_LEAD


def problems(rows: Sequence[Row]) -> Iterator[Problem]:
    """Every fault of who has access that shows only when the files are read together."""
    yield from _shared_addresses(rows)
    yield from _other_leads(rows)


def _shared_addresses(rows: Sequence[Row]) -> Iterator[Problem]:
    """People sign in by address, so it must say who they are."""
    first: dict[str, str] = {}
    for row in (row for row in rows if row.section.name == "people"):
        other = first.setdefault(row.get("email"), row.code)
        if other != row.code:
            yield Problem(
                row.file,
                row.line_of("email"),
                f"{row.code} > email",
                f"{row.get('email')} is the address of {other} too",
                "Give each person an address of their own",
            )


def _other_leads(rows: Sequence[Row]) -> Iterator[Problem]:
    """What leaves the council is decided by the posts that disclosure.yaml names, and by nobody else."""
    named = {
        post
        for row in rows
        if row.section.name == "roles" and row.code == DATA_PROTECTION_LEAD
        for post in row.get("posts")
    }
    for row in (row for row in rows if row.section.name == "grants"):
        if row.get("role") == Role.DATA_PROTECTION_LEAD and row.get("post") not in named:
            yield Problem(
                row.file,
                row.line_of("post"),
                f"{row.code} > post",
                "it is not the post that decides on releases",
                f"Write post: {min(named)}, as disclosure.yaml names it under roles"
                if named
                else "Name the post in disclosure.yaml under roles as well",
            )
