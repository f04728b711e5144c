"""`python3 -m lucid_service.probe URL`: exit 0 if the URL answers 200.

For HEALTHCHECK in an image without curl. A bare socket, because importing
urllib takes longer than the whole probe, above all under emulation.
"""

import socket
import sys

TIMEOUT = 5.0


def status_of(url):
    """The HTTP status code of a GET on an http:// URL; OSError or ValueError if there is none."""
    rest = url.removeprefix("http://")
    authority, _, path = rest.partition("/")
    host, _, port = authority.partition(":")
    with socket.create_connection((host, int(port or 80)), TIMEOUT) as connection:
        connection.settimeout(TIMEOUT)
        connection.sendall(f"GET /{path} HTTP/1.0\r\nHost: {authority}\r\n\r\n".encode())
        with connection.makefile("rb") as answer:
            return int(answer.readline(1024).split()[1])


def main(arguments):
    if len(arguments) != 1:
        print("usage: python3 -m lucid_service.probe http://HOST:PORT/PATH", file=sys.stderr)
        return 2
    try:
        status = status_of(arguments[0])
    except (OSError, ValueError, IndexError) as error:
        print(f"no answer: {error}", file=sys.stderr)
        return 1
    print(status)
    return 0 if status == 200 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
