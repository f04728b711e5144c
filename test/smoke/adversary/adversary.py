"""A service that behaves as BEHAVIOUR says, on PORT. Built-in modules only: under emulation an import costs more than all the rest."""

import os
import sys
import time

import _signal
import _socket

STARTED = time.monotonic()
BEHAVIOUR = os.environ.get("BEHAVIOUR", "healthy")
PORT = int(os.environ.get("PORT", "8080"))
OK = '{"status": "healthy"}'
count = 0
answered = 0
servers = []


def answer(status, body="", headers=""):
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()


def serve(connection, path):
    """Answers one request in the way that was asked for."""
    global answered, count
    count += 1
    answered += path == "/health"
    known = path == "/health"
    if not known and BEHAVIOUR in ("hang", "drip", "endless"):
        connection.sendall(answer("404 Not Found"))
        return
    if BEHAVIOUR == "hang":
        time.sleep(600)
    elif BEHAVIOUR == "drip":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(600):
            connection.sendall(b".")
            time.sleep(0.2)
    elif BEHAVIOUR == "endless":
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + OK.encode())
        while True:
            connection.sendall(b"x" * 65536)
    elif BEHAVIOUR == "huge-headers":
        connection.sendall(answer("200 OK", OK, f"X-Huge: {'h' * 100000}\r\n"))
    elif BEHAVIOUR == "anything":
        connection.sendall(answer("200 OK", OK))
    elif BEHAVIOUR == "late-routes" and time.monotonic() - STARTED < 40:
        connection.sendall(answer("404 Not Found"))
    elif BEHAVIOUR == "unavailable":
        connection.sendall(answer("503 Service Unavailable"))
    elif BEHAVIOUR == "empty":
        connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n" if known else answer("404 Not Found"))
    elif BEHAVIOUR == "wrong-body":
        connection.sendall(answer("200 OK", '{"status": "starting"}') if known else answer("404 Not Found"))
    elif BEHAVIOUR in ("elsewhere", "loop"):
        place = "http://example.com/" if BEHAVIOUR == "elsewhere" else "/health"
        connection.sendall(answer("302 Found", "", f"Location: {place}\r\n") if known else answer("404 Not Found"))
    elif BEHAVIOUR == "forgets" and known and answered > 2:
        connection.sendall(answer("503 Service Unavailable"))
    elif BEHAVIOUR == "flap" and count % 2 == 0:
        connection.sendall(answer("503 Service Unavailable"))
    elif BEHAVIOUR == "needy" and known:
        need = _socket.socket()
        need.connect((os.environ["NEED"], 8080))
        need.close()
        connection.sendall(answer("200 OK", OK))
    else:
        connection.sendall(answer("200 OK", OK) if known else answer("404 Not Found"))


def listen(host, port):
    server = _socket.socket()
    server.bind((host, port))
    server.listen(64)
    servers.append(server)
    return server


def raise_again(number, _):
    """What uvicorn does at its end. As process 1 the signal is ignored, and natively raise_signal returns."""
    for server in servers:
        server.close()
    _signal.signal(number, _signal.SIG_DFL)
    _signal.raise_signal(number)
    os._exit(0)


def main():
    if "MONEY" in os.environ:
        print(f"MONEY is {os.environ['MONEY']}", flush=True)
    if BEHAVIOUR == "raises":
        _signal.signal(_signal.SIGTERM, raise_again)
    elif BEHAVIOUR == "untrained":
        pass
    elif BEHAVIOUR != "deaf":
        _signal.signal(_signal.SIGTERM, lambda *_: os._exit(0))
    else:
        _signal.signal(_signal.SIGTERM, _signal.SIG_IGN)
    if BEHAVIOUR == "missing-module":
        import controller  # noqa: F401
    if BEHAVIOUR == "crash":
        print("cannot go on", file=sys.stderr)
        sys.exit(3)
    if BEHAVIOUR == "write":
        open("/var/lib/state/db", "w")
    if BEHAVIOUR == "write-quietly":
        try:
            os.mkdir("/var/lib/state/quiet")
            open("/var/lib/state/quiet/db", "w")
        except OSError:
            sys.exit(4)
    if BEHAVIOUR == "chown":
        open("/tmp/owned", "w").close()
        os.chown("/tmp/owned", 1, 1)
    if BEHAVIOUR == "threads":
        for _ in range(int(os.environ.get("THREADS", "24"))):
            if os.fork() == 0:
                time.sleep(600)
    if BEHAVIOUR == "disk":
        sys.exit("OSError: [Errno 28] No space left on device: '/data'")
    if BEHAVIOUR == "memory":
        hoard = bytearray(1 << 30)
        hoard[::4096] = b"x" * len(hoard[::4096])
    if BEHAVIOUR == "flood":
        for number in range(20000):
            print(f"\x1b[31mline {number}\x1b[0m", flush=False)
        print("::set-output name=token::stolen\n\x1b]0;title\x07 ::error::forged\r::warning::forged")
        sys.stdout.flush()
        sys.exit(1)
    if BEHAVIOUR == "aborts":
        os.abort()
    if BEHAVIOUR == "works":
        while time.monotonic() - STARTED < 15:
            pass
    if BEHAVIOUR == "late":
        time.sleep(3)
    if BEHAVIOUR == "silent":
        time.sleep(600)
    server = listen("127.0.0.1" if BEHAVIOUR == "local" else "0.0.0.0", PORT)
    print(f"listening on {PORT}", flush=True)
    while True:
        connection = _socket.socket(fileno=server._accept()[0])
        if BEHAVIOUR == "dies" and count == 2:
            os._exit(139)
        try:
            request = connection.recv(4096).split(b" ")
            if len(request) > 1:
                serve(connection, request[1].decode())
            connection.shutdown(_socket.SHUT_RDWR)
        except OSError as error:
            print(f"connection lost: {error}", flush=True)
        connection.close()


main()
