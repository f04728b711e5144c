"""A JSON server: (method, path pattern) -> handler, and a clean stop on SIGTERM."""

import json
import signal
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MAX_BODY = 64 * 1024  # bytes


class Refused(Exception):
    """Answers with an HTTP status and a reason."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status


def log(level, message, **fields):
    sys.stdout.write(json.dumps({"level": level, "message": message, **fields}) + "\n")
    sys.stdout.flush()


def find(routes, method, path):
    """(handler, path variables) of the route that fits; Refused 404 or 405 if none does."""
    segments, methods = path.split("/"), []
    for route_method, pattern, handler in routes:
        wanted = pattern.split("/")
        if len(wanted) != len(segments) or any(w != s and (w != "*" or not s) for w, s in zip(wanted, segments)):
            continue
        if route_method == method:
            return handler, [s for w, s in zip(wanted, segments) if w == "*"]
        methods.append(route_method)
    raise Refused(405 if methods else 404, f"{method} {path} is not served here")


class Handler(BaseHTTPRequestHandler):
    routes = ()
    timeout = 5
    server_version, sys_version = "lucid-mesh", ""

    def do_GET(self):
        try:
            handler, variables = find(self.routes, self.command, self.path.partition("?")[0])
            status, value = handler(self.read_body(), *variables)
        except Refused as refusal:
            status, value = refusal.status, {"error": str(refusal)}
        body = json.dumps(value).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_DELETE = do_GET

    def read_body(self):
        try:
            length = int(self.headers.get("Content-Length") or 0)
            if not 0 <= length <= MAX_BODY:
                raise Refused(413, f"a body may have {MAX_BODY} bytes")
            body = json.loads(self.rfile.read(length)) if length else {}
        except ValueError:
            raise Refused(400, "the body is not JSON") from None
        if not isinstance(body, dict):
            raise Refused(400, "the body is no JSON object")
        return body

    def log_request(self, code="-", size="-"):
        # Probes come every few seconds: a read is worth a line only when it is refused.
        if self.command != "GET" or int(code) >= 400:
            log("INFO", "request", method=self.command, path=self.path, status=int(code))

    def log_message(self, format, *arguments):
        log("WARNING", format % arguments)


class Server(ThreadingHTTPServer):
    daemon_threads = False

    def server_bind(self):
        # HTTPServer would ask the name service who we are, which can hang.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]


def serve(host, port, routes):
    """Serves the routes until SIGTERM or SIGINT; requests being answered are finished."""

    def stop(signum, frame):
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with Server((host, port), type("Bound", (Handler,), {"routes": routes})) as server:
        log("INFO", "listening", host=host, port=port)
        server.serve_forever()
