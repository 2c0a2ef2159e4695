"""Often: a law meets a thousand tables, a dear one some hundreds; ten times that where it is asked for.

It is with HYPOTHESIS_PROFILE=thorough in the environment.
"""

import os

from hypothesis import HealthCheck, Phase, settings

AT_ONCE = 10
"""Tables in one example: side by side in one system they share what a call costs before it looks at them."""

TABLES = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 1_000

# To make ten tables smaller, one number after the other, takes minutes; a failure names the one of them.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def tables(share=1.0):
    """Settings under which a law meets this share of the tables, a whole example of them each time."""
    return settings(
        max_examples=round(TABLES * share / AT_ONCE),
        suppress_health_check=[HealthCheck.too_slow],
        phases=PHASES,
    )
