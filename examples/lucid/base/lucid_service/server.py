"""A small JSON server: routes, health, and a clean stop on SIGTERM."""

import json
import os
import platform
import signal
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .errors import HttpError
from .log import Log

MAX_BODY = 1024 * 1024  # bytes
IDLE = 5  # seconds a client may stay silent; also what a stop waits for at most


class Request:
    """What a handler is given: path variables, query string, parsed JSON body."""

    def __init__(self, variables, query, body):
        self.variables = variables
        self.query = query
        self.body = body

    def field(self, name, kind):
        """The body's field `name`, or a 400 that says what was expected."""
        value = self.body.get(name) if isinstance(self.body, dict) else None
        if not isinstance(value, kind):
            raise HttpError(400, f"field {name!r} must be a {kind.__name__}")
        return value


class Service:
    """One HTTP service, named and set by SERVICE_NAME, SERVICE_VERSION, HOST, PORT, LOG_LEVEL.

    A handler takes a Request and returns a JSON value, or (status, value).
    """

    def __init__(self, health="/health"):
        self.name = os.environ.get("SERVICE_NAME", "service")
        self.version = os.environ.get("SERVICE_VERSION", "0.0.0")
        self.log = Log.from_env()
        self.routes = []
        self.details = dict
        self.route("GET", health)(lambda request: self.health())

    def route(self, method, pattern):
        """Decorator: `pattern` is a path in which {name} stands for one segment."""

        def add(handler):
            self.routes.append((method, pattern.split("/"), handler))
            return handler

        return add

    def health_details(self, function):
        """Decorator: `function` returns what else the health answer tells, as a dict."""
        self.details = function
        return function

    def health(self):
        return {
            "status": "healthy",
            "service": self.name,
            "version": self.version,
            "architecture": platform.machine(),
            **self.details(),
        }

    def answer(self, method, target, read_body):
        """(status, JSON value) for one request; `read_body` is called once a route is found."""
        path, _, query = target.partition("?")
        known_path = False
        for route_method, pattern, handler in self.routes:
            variables = match(pattern, path.split("/"))
            if variables is None:
                continue
            known_path = True
            if route_method != method:
                continue
            result = handler(Request(variables, query, read_body()))
            return result if isinstance(result, tuple) else (200, result)
        if known_path:
            raise HttpError(405, f"{method} is not allowed on {path}")
        raise HttpError(404, f"no such path: {path}")

    def run(self, *more_ports, wrap=None):
        """Serves PORT, and `more_ports` through `wrap` (socket -> socket) if given, until SIGTERM or SIGINT."""
        host, port = os.environ.get("HOST", "0.0.0.0"), int(os.environ.get("PORT", "8080"))
        handler = type("Handler", (_Handler,), {"service": self})
        main = _Server((host, port), handler)
        others = [_Server((host, number), handler) for number in more_ports]
        for server in others:
            server.socket = wrap(server.socket) if wrap else server.socket
            threading.Thread(target=server.serve_forever, daemon=True).start()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        self.log("INFO", "listening", host=host, ports=[port, *more_ports])
        try:
            main.serve_forever()
        finally:
            for server in others:
                server.shutdown()
                server.server_close()
            main.server_close()  # waits for requests that are being answered
            self.log("INFO", "stopped")


def match(pattern, segments):
    """The variables of a path that fits the pattern, None for one that does not."""
    if len(pattern) != len(segments):
        return None
    variables = {}
    for wanted, found in zip(pattern, segments):
        if wanted.startswith("{") and found:
            variables[wanted[1:-1]] = found
        elif wanted != found:
            return None
    return variables


def _stop(signum, frame):
    raise SystemExit(0)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 64

    def server_bind(self):
        # HTTPServer would ask the name service who we are, which can hang.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request, client_address):
        self.RequestHandlerClass.service.log("WARNING", "connection lost", client=client_address[0])


class _Handler(BaseHTTPRequestHandler):
    timeout = IDLE
    server_version = "lucid"
    sys_version = ""

    def do_GET(self):
        try:
            status, value = self.service.answer(self.command, self.path, self.read_body)
        except HttpError as error:
            status, value = error.status, {"error": str(error)}
        except Exception as error:
            self.service.log("ERROR", "handler failed", path=self.path, error=repr(error))
            status, value = 500, {"error": "internal error"}
        body = json.dumps(value).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def read_body(self):
        try:
            length = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            raise HttpError(400, "Content-Length is no number") from None
        if not 0 <= length <= MAX_BODY:
            raise HttpError(413, f"a body may have {MAX_BODY} bytes")
        try:
            return json.loads(self.rfile.read(length)) if length else None
        except ValueError:
            raise HttpError(400, "the body is not JSON") from None

    def log_request(self, code="-", size="-"):
        # Probes come every few seconds: they are worth a line only when they fail.
        level = "DEBUG" if self.command == "GET" and int(code) < 400 else "INFO"
        self.service.log(level, "request", method=self.command, path=self.path, status=int(code))

    def log_message(self, format, *arguments):
        self.service.log("WARNING", format % arguments)
