"""`make serve`: the example council's pages on this machine, as somebody new would open them."""

import os
import re
import socket
import subprocess
import sys
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

import pytest

from tests.house import ROOT

ROLES = (
    "reader", "indicator owner", "service manager", "director", "performance officer", "portfolio holder",
    "member of the council", "clearing officer", "data protection lead", "democratic services",
    "administrator",
)  # fmt: skip
WAIT = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """What was printed until the server listened, and where it does."""
    folder, port = tmp_path_factory.mktemp("served"), free_port()
    (folder / "examples").symlink_to(ROOT / "examples")
    # None of a council's own settings is heeded.
    own = {"GOLDENTHREAD_DATABASE": str(folder / "own.sqlite3"), "GOLDENTHREAD_HOSTS": "own.example"}
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    server = subprocess.Popen(
        [sys.executable, "-m", "goldenthread.cli.serve", "--port", str(port)],
        cwd=folder,
        env={**inherited, **own, "PYTHONUNBUFFERED": "1", "COLUMNS": "160"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    while "Started worker" not in printed and (line := server.stdout.readline()):
        printed += line
    yield printed, f"http://127.0.0.1:{port}", folder
    server.terminate()
    server.wait(timeout=30)


def accounts(printed):
    return re.findall(r"^(\S.*?)\s{2,}(\S+@larkhythe\.example)\s{2,}(\S+)$", printed, re.MULTILINE)


def test_there_is_an_account_for_each_role_with_a_password_of_its_own(served):
    printed, place, folder = served
    found = accounts(printed)

    for role in ROLES:
        assert any(role in who for who, _, _ in found), role
    assert len({password for _, _, password in found}) == len(found) == 11
    assert f"Open {place}/" in printed
    assert not (folder / "own.sqlite3").exists()


def test_one_signs_in_as_printed_and_sees_the_quarter(served):
    printed, place, _ = served
    _, email, password = next(each for each in accounts(printed) if "performance officer" in each[0])
    browser = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    form = browser.open(f"{place}/", timeout=WAIT).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]

    sent = urlencode({"csrfmiddlewaretoken": token, "login": email, "password": password}).encode()
    home = browser.open(f"{place}/account/sign-in", sent, timeout=WAIT)

    assert home.url == f"{place}/"
    assert "Larkhythe" in home.read().decode()
    assert "CUS05" in browser.open(f"{place}/indicators/", timeout=WAIT).read().decode()


def test_it_answers_to_this_machine_alone(served):
    _, place, _ = served
    asked = Request(f"{place}/account/sign-in", headers={"Host": "elsewhere.example"})

    with pytest.raises(HTTPError) as refused:
        build_opener(ProxyHandler({})).open(asked, timeout=WAIT)
    assert refused.value.code == 400
