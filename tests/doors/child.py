"""Commands one after the other in one process: a line of JSON in, how the command ended out."""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout

from django.db import connection

from goldenthread.cli.main import main, wire
from goldenthread.config import database


def ran(sql, cwd, words):
    if cwd:
        os.chdir(cwd)
    if sql:
        wire([])
        with connection.cursor() as cursor:
            cursor.execute(sql)
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(words)
        except SystemExit as ended:
            code = ended.code
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


if __name__ == "__main__":
    database.SQLITE_PATIENCE_SECONDS = float(os.environ.get("PATIENCE") or database.SQLITE_PATIENCE_SECONDS)
    for line in sys.stdin:
        print(json.dumps(ran(**json.loads(line))), flush=True)
