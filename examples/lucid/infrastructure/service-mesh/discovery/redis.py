"""The little of Redis' protocol (RESP 2) that the registry needs, over one socket."""

import socket
import threading


class RedisError(Exception):
    """Redis cannot be reached, or answered with an error."""


class Redis:
    """A client for redis://host:port; connects when needed, again after a failure."""

    def __init__(self, url, timeout=2.0):
        host, _, port = url.removeprefix("redis://").rstrip("/").partition(":")
        self.address = (host, int(port or 6379))
        self.timeout = timeout
        self._lock = threading.Lock()
        self._stream = None

    def call(self, *words):
        """Sends one command and returns its reply: str, int, list or None. RedisError if that fails."""
        with self._lock:
            try:
                stream = self._stream or self._connect()
                stream.write(encode(words))
                stream.flush()
                return read_reply(stream)
            except (OSError, ValueError) as error:
                self._close()
                raise RedisError(f"redis at {self.address[0]}:{self.address[1]}: {error}") from error

    def alive(self):
        """True if a PING is answered."""
        try:
            return self.call("PING") == "PONG"
        except RedisError:
            return False

    def _connect(self):
        with socket.create_connection(self.address, self.timeout) as connection:
            # The file object keeps the connection open after the `with`.
            self._stream = connection.makefile("rwb")
        return self._stream

    def _close(self):
        stream, self._stream = self._stream, None
        try:
            if stream is not None:
                stream.close()
        except OSError:
            pass  # what could not be flushed is lost with the connection


def encode(words):
    """A command as an array of bulk strings."""
    parts = [word.encode() for word in words]
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)


def read_reply(stream):
    """Reads one reply. OSError if the connection ends early, RedisError for an error reply."""
    line = stream.readline()
    if not line.endswith(b"\r\n"):
        raise OSError("connection closed")
    kind, rest = line[:1], line[1:-2].decode()
    if kind == b"+":
        return rest
    if kind == b"-":
        raise RedisError(rest)
    if kind == b":":
        return int(rest)
    if kind == b"$":
        return None if rest == "-1" else stream.read(int(rest) + 2)[:-2].decode()
    if kind == b"*":
        return [read_reply(stream) for _ in range(int(rest))]
    raise OSError(f"unexpected reply {line[:20]!r}")
