"""A small council in which people hold posts and roles."""

from datetime import UTC, date, datetime

from goldenthread.access import actions as access
from goldenthread.access.roles import grant_code
from goldenthread.organisation import actions as organisation

AT = datetime(2023, 11, 10, 17, tzinfo=UTC)
STAMP = {
    "effective_from": date(2023, 4, 1),
    "known_from": datetime(2023, 3, 1, tzinfo=UTC),
    "reason": "set up",
    "approver": "Cabinet",
}
BY = "Head of Performance"


def stamped(rows):
    return [{**STAMP, **row} for row in rows]


def unit(code, kind, parent=""):
    return {"code": code, "name": code, "kind": kind, "parent": parent}


def post(code, unit, **more):
    return {"code": code, "title": code.replace("_", " ").capitalize(), "unit": unit, **more}


def person(code, **more):
    return {"code": code, "name": code.capitalize(), "email": f"{code}@smallham.example", **more}


def holding(post, person, **more):
    return {"code": f"{post}/{person}", "post": post, "person": person, **more}


def granted(role, *, post="", person="", unit="", portfolio="", **more):
    code = grant_code(role=role, post=post, person=person, unit=unit, portfolio=portfolio)
    return {
        "code": code,
        "role": role,
        "post": post,
        "person": person,
        "unit": unit,
        "portfolio": portfolio,
        **more,
    }


def council(at=AT):
    organisation.load(
        {
            "units": stamped(
                [
                    unit("SMH", "council"),
                    unit("RES", "directorate", "SMH"),
                    unit("RES.it", "service", "RES"),
                    unit("HOU", "directorate", "SMH"),
                ]
            ),
            "posts": stamped(
                [
                    post("head_performance", "RES"),
                    post("director_resources", "RES"),
                    post("head_it", "RES.it", deputy="deputy_it"),
                    post("deputy_it", "RES.it"),
                ]
            ),
        },
        by=BY,
        at=at,
    )


def people(*, at=AT, **sections):
    return access.load({name: stamped(rows) for name, rows in sections.items()}, by=BY, at=at)
