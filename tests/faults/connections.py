"""Connections that fail: a port that never answers, and one that passes on so many bytes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LOOPBACK = "127.0.0.1"


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server((LOOPBACK, 0)) as server:
        yield int(server.getsockname()[1])


class Proxy:
    """Passes on what comes between its port and another, and cuts connections in the middle."""

    def __init__(self, port: int, after: int, *, cuts: int) -> None:
        """Open the port.

        Args:
            port: Where the server is.
            after: Bytes that a connection passes on, both ways together, until it is cut.
            cuts: How many connections are cut; later ones last. 0: the first one that is cut
                is the last connection there is.
        """
        self._to = port
        self._after = after
        self._cuts = cuts
        self.cut = 0
        self._server = socket.create_server((LOOPBACK, 0))
        self.port = int(self._server.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._server.accept()
                Connection(self, client, socket.create_connection((LOOPBACK, self._to)))

    def has_enough(self, passed: int) -> bool:
        """Whether a connection that has passed on so many bytes is to be cut."""
        if passed < self._after or (self._cuts and self.cut >= self._cuts):
            return False
        self.cut += 1
        if not self._cuts:
            self.close()
        return True


class Connection:
    """A connection through a proxy."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        """Pass on in both directions."""
        self._proxy = proxy
        self._passed = 0
        self._ends = (client, server)
        self._lock = threading.Lock()
        self._is_open = True
        for ends in ((client, server), (server, client)):
            threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while (data := source.recv(512)) and self._may_pass(len(data)):
                target.sendall(data)
        self._close()

    def _may_pass(self, size: int) -> bool:
        with self._lock:
            self._passed += size
            return self._is_open and not self._proxy.has_enough(self._passed)

    def _close(self) -> None:
        with self._lock:
            self._is_open = False
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
