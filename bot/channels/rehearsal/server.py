"""Runs the rehearsal's web server, and stops it promptly though pages are open."""

import socket

from starlette.applications import Starlette

from bot.channels.rehearsal.audience import Audience
from bot.channels.webserver import WebServer


class RehearsalServer(WebServer):
    """A web server with open streams; `should_exit = True` stops it."""

    def __init__(self, app: Starlette, audience: Audience) -> None:
        super().__init__(app)
        self._audience = audience

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the open pages go first: the server waits for answers, and a stream never ends by itself."""
        self._audience.close()
        await super().shutdown(sockets)
