"""Service mesh controller: `python3 -m controller.main`."""

import os
import platform

from communication.server import Refused, serve
from discovery.redis import Redis, RedisError
from discovery.registry import Registry
from security.policy import allowed
from sidecar.envoy import cluster

NAME = os.environ.get("SERVICE_NAME", "service-mesh-controller")
VERSION = os.environ.get("SERVICE_VERSION", "0.0.0")


class Controller:
    """The handlers: each takes the request body and path variables, returns (status, JSON value)."""

    def __init__(self, redis):
        self.redis = redis
        self.registry = Registry(redis)

    def routes(self):
        return (
            ("GET", "/health", self.health),
            ("GET", "/services", needs_redis(self.services)),
            ("GET", "/services/*", needs_redis(self.lookup)),
            ("PUT", "/services/*/*", needs_redis(self.register)),
            ("DELETE", "/services/*/*", needs_redis(self.deregister)),
            ("GET", "/sidecars/*/clusters", needs_redis(self.sidecar)),
            ("GET", "/policies/*/*", self.policy),
        )

    def health(self, body):
        # Without its registry the controller knows nothing: it must not look well.
        redis = self.redis.alive()
        answer = {
            "status": "healthy" if redis else "degraded",
            "service": NAME,
            "version": VERSION,
            "architecture": platform.machine(),
            "redis": "reachable" if redis else "unreachable",
        }
        return (200 if redis else 503), answer

    def services(self, body):
        return 200, {"services": self.registry.services()}

    def lookup(self, body, service):
        instances = self.registry.instances(service)
        if not instances:
            raise Refused(404, f"no instance of {service} is registered")
        return 200, {"service": service, "instances": instances}

    def register(self, body, service, instance):
        address, port = body.get("address"), body.get("port")
        if not isinstance(address, str) or not isinstance(port, int) or not 0 < port < 65536:
            raise Refused(400, "an instance has an address and a port from 1 to 65535")
        return 200, self.registry.register(service, instance, address, port)

    def deregister(self, body, service, instance):
        if not self.registry.deregister(service, instance):
            raise Refused(404, f"{instance} of {service} is not registered")
        return 200, {"deregistered": instance}

    def sidecar(self, body, service):
        """What the proxy beside `service` may reach."""
        targets = [name for name in self.registry.services() if allowed(service, name)]
        return 200, {"clusters": [cluster(name, self.registry.instances(name)) for name in targets]}

    def policy(self, body, source, target):
        return 200, {"source": source, "target": target, "allowed": allowed(source, target)}


def needs_redis(handler):
    """The handler, with 503 for a registry that cannot be reached."""

    def guarded(*arguments):
        try:
            return handler(*arguments)
        except RedisError as error:
            raise Refused(503, str(error)) from error

    return guarded


if __name__ == "__main__":
    controller = Controller(Redis(os.environ.get("REDIS_URL", "redis://redis:6379")))
    serve(os.environ.get("HOST", "0.0.0.0"), int(os.environ.get("PORT", "8500")), controller.routes())
