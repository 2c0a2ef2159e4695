"""Environment: settings that differ from place to place, read and checked in one place."""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from goldenthread.documents.renderers.html_style import BrandRefused, Style

LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1", "testserver"}
SHORTEST_KEY = 50


class NotConfigured(RuntimeError):
    """The web door cannot be opened as the environment is; the message says what to set."""


def hosts(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The names under which the pages are reached: GOLDENTHREAD_HOSTS, comma-separated; else this machine."""
    named = [host.strip() for host in environ.get("GOLDENTHREAD_HOSTS", "").split(",")]
    return [host for host in named if host] or ["127.0.0.1", "localhost"]


def is_https(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether pages go over HTTPS alone; GOLDENTHREAD_PLAIN_HTTP=yes is for this machine."""
    return environ.get("GOLDENTHREAD_PLAIN_HTTP", "") != "yes"


def origins(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Where forms may come from besides the page's own host."""
    scheme = "https" if is_https(environ) else "http"
    return [f"{scheme}://{host}" for host in hosts(environ) if host not in LOOPBACK]


def proxies(environ: Mapping[str, str] = os.environ) -> int:
    """How many proxies stand before the server, each of which adds an address to X-Forwarded-For."""
    said = environ.get("GOLDENTHREAD_PROXIES", "0")
    if not said.isdecimal():
        raise NotConfigured(f"GOLDENTHREAD_PROXIES is {said!r}: write a number, as 1")
    return int(said)


def style(environ: Mapping[str, str] = os.environ) -> Style:
    """The council's colour (GOLDENTHREAD_BRAND, as #5c2860) and typeface (GOLDENTHREAD_BRAND_FONT, a list).

    Raises NotConfigured for a colour in which links could not be read or that looks like one of the ratings'.
    """
    colour, font = environ.get("GOLDENTHREAD_BRAND", ""), environ.get("GOLDENTHREAD_BRAND_FONT", "")
    try:
        return Style(brand=colour, font=font) if colour else Style(font=font)
    except BrandRefused as refused:
        raise NotConfigured(f"GOLDENTHREAD_BRAND and GOLDENTHREAD_BRAND_FONT: {refused}") from refused


def origin_of(address: str) -> str:
    """Scheme and host of an address; "" of nothing."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def check_may_serve(environ: Mapping[str, str] = os.environ) -> None:
    """Raise NotConfigured unless the web door may be opened with what the environment says."""
    key = environ.get("GOLDENTHREAD_SECRET_KEY", "")
    if len(key) < SHORTEST_KEY:
        raise NotConfigured(
            f"GOLDENTHREAD_SECRET_KEY is {'too short' if key else 'not set'}: sessions and links are signed "
            f"with it, so it must be at least {SHORTEST_KEY} random letters, the same for every worker and "
            'kept secret. One is made by: python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if "*" in hosts(environ):
        raise NotConfigured("GOLDENTHREAD_HOSTS is *: name the hosts under which the pages are reached")
    if not is_https(environ) and set(hosts(environ)) - LOOPBACK:
        raise NotConfigured(
            "GOLDENTHREAD_PLAIN_HTTP=yes is for this machine alone, and GOLDENTHREAD_HOSTS names others: "
            "passwords would go over the network as they are. Serve them over HTTPS"
        )
