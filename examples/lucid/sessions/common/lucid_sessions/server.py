"""A JSON server over a table of methods and paths; stops cleanly on SIGTERM."""

import json
import platform
import signal
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MAX_BODY = 256 * 1024  # bytes


class Answer(Exception):
    """Raised by a handler to answer with an error: status and reason."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status


def log(message, **fields):
    sys.stdout.write(json.dumps({"message": message, **fields}) + "\n")
    sys.stdout.flush()


def health(name, version, **details):
    """The health answer every session service gives."""
    return {"status": "healthy", "service": name, "version": version, "architecture": platform.machine(), **details}


class Handler(BaseHTTPRequestHandler):
    timeout = 5
    server_version, sys_version = "lucid-sessions", ""
    collections = {}

    def do_GET(self):
        try:
            status, value = self.dispatch()
        except Answer as answer:
            status, value = answer.status, {"error": str(answer)}
        body = json.dumps(value).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PATCH = do_DELETE = do_GET

    def dispatch(self):
        """Calls the handler for `METHOD /name` or `METHOD /name/{id}`."""
        _, name, *rest = self.path.partition("?")[0].split("/")
        key = f"/{name}" if not rest else f"/{name}/*"
        methods = self.collections.get(key) if len(rest) < 2 and all(rest) else None
        if methods is None:
            raise Answer(404, f"no such path: {self.path}")
        if self.command not in methods:
            raise Answer(405, f"{self.command} is not allowed here")
        return methods[self.command](*rest, **self.body())

    def body(self):
        if self.command not in ("POST", "PATCH"):
            return {}
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            raise Answer(413, f"a body may have {MAX_BODY} bytes")
        try:
            value = json.loads(self.rfile.read(int(length)) or b"null")
        except ValueError:
            raise Answer(400, "the body is not JSON") from None
        if not isinstance(value, dict):
            raise Answer(400, "the body must be a JSON object")
        return {"fields": value}

    def log_request(self, code="-", size="-"):
        # Probes come every few seconds: reads are worth a line only when they fail.
        if self.command != "GET" or int(code) >= 400:
            log("request", method=self.command, path=self.path, status=int(code))

    def log_message(self, format, *arguments):
        log(format % arguments)


class Server(ThreadingHTTPServer):
    daemon_threads = False

    def server_bind(self):
        # HTTPServer would ask the name service who we are, which can hang.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]


def serve(host, port, collections):
    """Serves until SIGTERM or SIGINT. `collections`: {"/name": {"GET": handler}, "/name/*": ...}."""

    def stop(signum, frame):
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with Server((host, port), type("Bound", (Handler,), {"collections": collections})) as server:
        log("listening", host=host, port=port)
        server.serve_forever()
