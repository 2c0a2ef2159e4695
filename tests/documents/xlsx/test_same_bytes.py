"""The same paper makes the same bytes, in whichever process, and programs open them."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from tests.documents import sample
from tests.documents.xlsx.books import rendered

PROGRAM = """
import hashlib
from tests.documents import sample
from tests.documents.xlsx.books import rendered
print(hashlib.sha256(rendered(sample.appendix_1())).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(seed):
    elsewhere = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONPATH": "."}
    told = subprocess.run([sys.executable, "-c", PROGRAM], env=elsewhere, capture_output=True, check=True)

    assert told.stdout.decode().strip() == hashlib.sha256(rendered(sample.appendix_1())).hexdigest()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_it(tmp_path):
    (tmp_path / "paper.xlsx").write_bytes(rendered(sample.appendix_2()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "paper.xlsx"], check=True, capture_output=True, timeout=180)

    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
