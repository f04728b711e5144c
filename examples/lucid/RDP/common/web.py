"""A JSON server around one function, `answer(method, path, body) -> (status, value)`."""

import json
import signal
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MAX_BODY = 64 * 1024  # bytes


def log(message, **fields):
    sys.stdout.write(json.dumps({"message": message, **fields}) + "\n")
    sys.stdout.flush()


class Handler(BaseHTTPRequestHandler):
    timeout = 5
    server_version, sys_version = "lucid-rdp", ""

    def do_GET(self):
        path = self.path.partition("?")[0]
        try:
            status, value = self.server.answer(self.command, path, self.body())
        except ValueError as error:
            status, value = 400, {"error": str(error)}
        body = json.dumps(value).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_DELETE = do_GET

    def body(self):
        """The JSON object that was sent, {} for none. ValueError for anything else."""
        length = int(self.headers.get("Content-Length") or 0)
        if not 0 <= length <= MAX_BODY:
            raise ValueError(f"a body may have {MAX_BODY} bytes")
        value = json.loads(self.rfile.read(length)) if length else {}
        if not isinstance(value, dict):
            raise ValueError("the body must be a JSON object")
        return value

    def log_request(self, code="-", size="-"):
        # Probes come every few seconds: reads are worth a line only when they fail.
        if self.command != "GET" or int(code) >= 400:
            log("request", method=self.command, path=self.path, status=int(code))

    def log_message(self, format, *arguments):
        log(format % arguments)


class Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, address, answer):
        super().__init__(address, Handler)
        self.answer = answer

    def server_bind(self):
        # HTTPServer would ask the name service who we are, which can hang.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]


def serve(host, port, answer):
    """Serves until SIGTERM or SIGINT; requests being answered are finished."""

    def stop(signum, frame):
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with Server((host, port), answer) as server:
        log("listening", host=host, port=port)
        server.serve_forever()
