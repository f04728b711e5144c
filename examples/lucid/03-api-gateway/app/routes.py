"""Where each public API prefix goes: the routes table of the gateway."""


class Upstream:
    """A service behind the gateway: its name on the network, its port, the prefix it answers."""

    def __init__(self, name, port, prefix, methods=("GET", "POST")):
        self.name = name
        self.port = port
        self.prefix = prefix
        self.methods = methods

    def describe(self):
        return {
            "name": self.name,
            "prefix": self.prefix,
            "upstream": f"http://{self.name}:{self.port}",
            "methods": list(self.methods),
        }


TABLE = (
    Upstream("blockchain-engine", 8084, "/api/v1/blockchain"),
    Upstream("session-anchoring", 8085, "/api/v1/anchors"),
    Upstream("block-manager", 8086, "/api/v1/blocks"),
    Upstream("data-chain", 8087, "/api/v1/data"),
    Upstream("session-api", 8090, "/api/v1/sessions", ("GET", "POST", "PATCH", "DELETE")),
    Upstream("rdp-server-manager", 8081, "/api/v1/rdp", ("GET", "POST", "DELETE")),
)


def resolve(path, table=TABLE):
    """(upstream, the path it is asked for), or None; the longest prefix wins."""
    fitting = [u for u in table if path == u.prefix or path.startswith(u.prefix + "/")]
    if not fitting:
        return None
    upstream = max(fitting, key=lambda u: len(u.prefix))
    return upstream, path[len(upstream.prefix) :] or "/"
