"""Nouns: the words by which a council's papers speak of people, and when they speak of a thing instead."""

from __future__ import annotations

from typing import Final

ONE: Final = (
    r"(?:child|sibling|brother|sister|baby|infant|toddler|boy|girl|son|daughter|pupil|student|learner|apprentice|"
    r"young person|young adult|care leaver|teenager|youth|family|household|mother|father|parent|grandmother|"
    r"grandfather|carer|widow|widower|person|individual|resident|client|customer|patient|tenant|leaseholder|"
    r"homeowner|neighbour|adult|woman|man|employee|staff member|member of staff|worker|teacher|complainant|"
    r"victim|offender|suspect|claimant|applicant|refugee|asylum seeker|migrant|pensioner|rough sleeper|"
    r"service user|unaccompanied minor|casualty|death|suicide|homicide|cyclist|pedestrian|motorcyclist|"
    r"couple)"
)
MANY: Final = (
    r"(?:children|siblings|brothers|sisters|babies|infants|toddlers|boys|girls|sons|daughters|pupils|students|"
    r"learners|apprentices|young people|young persons|young adults|care leavers|teenagers|youths|families|"
    r"households|mothers|fathers|parents|grandparents|carers|widows|widowers|persons|people|individuals|residents|"
    r"clients|customers|patients|tenants|leaseholders|homeowners|neighbours|adults|women|men|employees|"
    r"staff|members of staff|workers|teachers|cases|complainants|victims|offenders|suspects|claimants|"
    r"applicants|refugees|asylum seekers|migrants|pensioners|rough sleepers|service users|casualties|"
    r"cyclists|pedestrians|motorcyclists|deaths|suicides|homicides|couples|twins|triplets|sibling groups|"
    r"minors|sibling pairs|(?:under|over)-\d{1,2}s)"
)

# What a noun in the singular stands before when it names a thing, not a person: a family hub.
_OF_ONE: Final = (
    r"protection|hubs?|support|services?|centres?|safety|care|social|finance|tax|looked|"
    r"surveys?|satisfaction|reviews?|records?|plans?|placements?|learning|education|health|housing|benefits?|homes?|"
    r"discounts?|engagement|parking|panels?|group|groups|development|training|transport|poverty|assessments?|"
    r"worker|workers|court|line|lines|budget|budgets|turnover|absence|facing|led|friendly|households?|participation|"
    r"experience|centred|focused|voice|voices|welfare|rooms?|numbers?|in need"
)
THING: Final = rf"(?! (?:{_OF_ONE})\b)"

# And one in the plural: two staff networks, four residents' associations, three children's homes.
_OF_MANY: Final = (
    r"associations?|boards?|centres?|clubs?|committees?|conferences?|councils?|counters?|carriers?|evenings?|events?|"
    r"forums?|groups?|homes?|hospitals?|hostels?|hubs?|libraries|meetings?|networks?|nurseries|panels?|parliaments?|"
    r"policies|projects?|rooms?|schools?|services?|strateg(?:y|ies)|surveys?|teams?|wards?|wings?|workshops?"
)
NOT_THEIR_THING: Final = rf"(?!'?s?'? (?:{_OF_MANY})\b)"

# Between a number and whom it counts stand words that describe, none that begins something else.
DESCRIBING: Final = (
    r"(?!(?:for|to|by|from|with|in|on|at|per|as|than|of|and|or|a|an|the|that|which|days?|weeks?|months?|"
    r"years?|hours?|minutes?|times?|points?|percent|per|stars?|homes?|thousand|hundred|million|"
    r"person|average|typical|planning|court|legal|enforcement|parking|licensing|procurement|test)\b)[a-z'-]+ "
)
