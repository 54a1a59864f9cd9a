"""Runs a web application inside our own process: its signals and its exit are the process's, not uvicorn's."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from obligations.errors import Refusal

# Seconds for answers under way when the process stops.
GRACE = 3


class WebServer(uvicorn.Server):
    """`await serve([bind(…)])` runs it, `should_exit = True` stops it."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, http="h11", ws="none", lifespan="off",
            proxy_headers=False, timeout_graceful_shutdown=GRACE,
        ))

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the process: uvicorn would end the page first and then everything else, as a fault."""
        yield


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises Refusal `address-taken` when the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise Refusal("address-taken", address=f"{host}:{port}", trouble=error.strerror or "") from error
    listening.setblocking(False)
    return listening
