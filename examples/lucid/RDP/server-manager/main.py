"""RDP server manager: `python3 -m server_manager.main`."""

import os
import platform

from common.web import log, serve

from .servers import Conflict, NoSuchServer, Servers

NAME = os.environ.get("SERVICE_NAME", "rdp-server-manager")
VERSION = os.environ.get("SERVICE_VERSION", "0.0.0")
FIRST_PORT = int(os.environ.get("RDP_FIRST_PORT", "13389"))
LAST_PORT = int(os.environ.get("RDP_LAST_PORT", "13488"))

servers = Servers(FIRST_PORT, LAST_PORT)


def health():
    return {
        "status": "healthy",
        "service": NAME,
        "version": VERSION,
        "architecture": platform.machine(),
        **servers.counts(),
    }


def create(body):
    name = body.get("name")
    if not isinstance(name, str) or not name:
        raise ValueError("a server has a name")
    record = servers.create(name)
    log("server created", **record)
    return record


def answer(method, path, body):
    """The HTTP API: (status, JSON value) for one request."""
    try:
        match (method, path.split("/")[1:]):
            case ("GET", ["health"]):
                return 200, health()
            case ("GET", ["servers"]):
                return 200, {"servers": servers.all()}
            case ("POST", ["servers"]):
                return 201, create(body)
            case ("GET", ["servers", name]):
                return 200, servers.get(name)
            case ("POST", ["servers", name, ("start" | "stop") as action]):
                return 200, servers.change(name, action)
            case ("DELETE", ["servers", name]):
                return 200, servers.delete(name)
            case _:
                return 404, {"error": f"{method} {path} is not served here"}
    except NoSuchServer as error:
        return 404, {"error": f"no server {error}"}
    except Conflict as error:
        return 409, {"error": str(error)}


if __name__ == "__main__":
    serve(os.environ.get("HOST", "0.0.0.0"), int(os.environ.get("PORT", "8081")), answer)
