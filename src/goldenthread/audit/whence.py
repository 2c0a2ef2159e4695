"""Whence: the network address from which a change comes, where the door that lets it in knows one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_address: ContextVar[str] = ContextVar("address", default="")


@contextmanager
def coming_from(address: str) -> Iterator[None]:
    """Every audit event written within says this address."""
    token = _address.set(address)
    try:
        yield
    finally:
        _address.reset(token)


def address() -> str:
    """The address of what is being done; "" where it is done on the machine itself."""
    return _address.get()
