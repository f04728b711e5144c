"""The service registry: one hash in Redis for each service, a field for each instance."""

import json

PREFIX = "lucid:mesh:"


class Registry:
    """Registers and looks up instances. Every method may raise RedisError."""

    def __init__(self, redis):
        self.redis = redis

    def register(self, service, instance, address, port):
        """Adds or replaces an instance and returns its record."""
        record = {"instance": instance, "address": address, "port": port}
        self.redis.call("HSET", PREFIX + service, instance, json.dumps(record, sort_keys=True))
        self.redis.call("SADD", PREFIX + "services", service)
        return record

    def deregister(self, service, instance):
        """True if the instance was registered."""
        removed = self.redis.call("HDEL", PREFIX + service, instance)
        if self.redis.call("HLEN", PREFIX + service) == 0:
            self.redis.call("SREM", PREFIX + "services", service)
        return removed == 1

    def instances(self, service):
        """All instances of a service, by name."""
        records = [json.loads(text) for text in self.redis.call("HVALS", PREFIX + service)]
        return sorted(records, key=lambda record: record["instance"])

    def services(self):
        """The names of all services that have an instance."""
        return sorted(self.redis.call("SMEMBERS", PREFIX + "services"))
