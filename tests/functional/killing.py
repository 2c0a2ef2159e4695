"""A command that pulls its own plug: `python -m tests.functional.killing N WORDS...`, after its N-th write.

With 0 it runs to its end, and tells on the last line how many writes there were.
"""

import os
import signal
import sys

from goldenthread.cli.main import main, wire

WRITES = ("INSERT", "UPDATE", "DELETE")


def run(after, words):
    """Run a command; the process is gone after the write of that number."""
    wire([])
    from django.db import connection

    writes = 0

    def counting(execute, sql, params, many, context):
        nonlocal writes
        result = execute(sql, params, many, context)
        if sql.lstrip().startswith(WRITES):
            writes += 1
            if writes == after:
                os.kill(os.getpid(), signal.SIGKILL)
        return result

    with connection.execute_wrapper(counting):
        code = main(words)
    print(writes)
    return code


if __name__ == "__main__":
    sys.exit(run(int(sys.argv[1]), sys.argv[2:]))
