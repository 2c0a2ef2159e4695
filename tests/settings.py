"""Settings of the tests: the product's own, on a database that is thrown away."""

import os
import sys

# Read from the command line, because Django must know its database before pytest has parsed its options.
# A worker of pytest-xdist inherits the address from the process that started it.
if "PYTEST_XDIST_WORKER" not in os.environ:
    if "--postgres" in sys.argv:
        from tests import throwaway_postgres

        os.environ["GOLDENTHREAD_DATABASE"] = throwaway_postgres.start()
    else:
        os.environ["GOLDENTHREAD_DATABASE"] = ":memory:"

from goldenthread.config.web import *  # noqa: F403
