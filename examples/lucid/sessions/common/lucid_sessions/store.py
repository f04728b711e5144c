"""Sessions by id, kept in Redis, and the queue of those that are new."""

import json
import os

from redis import Redis
from redis.exceptions import RedisError

from .record import advanced, new_record

PREFIX = "lucid:sessions:"


class Sessions:
    """Create, read, advance, delete.

    Changes raise KeyError for an unknown id and BadSession for what makes no sense; every method may raise RedisError.
    """

    def __init__(self, url=os.environ.get("REDIS_URL", "redis://redis:6379")):
        self._redis = Redis.from_url(url, decode_responses=True, socket_connect_timeout=2)

    def alive(self):
        """True if Redis answers."""
        try:
            return self._redis.ping()
        except RedisError:
            return False

    def all(self):
        return [json.loads(text) for text in self._redis.hvals(PREFIX + "records")]

    def create(self, owner):
        """A fresh session, and its place in the queue."""
        record = self._write(new_record(f"session-{self._redis.incr(PREFIX + 'count'):06d}", owner))
        self._redis.rpush(PREFIX + "new", record["id"])
        return record

    def read(self, identifier):
        text = self._redis.hget(PREFIX + "records", identifier)
        if text is None:
            raise KeyError(identifier)
        return json.loads(text)

    def advance(self, identifier, state):
        return self._write(advanced(self.read(identifier), state))

    def delete(self, identifier):
        record = self.read(identifier)
        self._redis.hdel(PREFIX + "records", identifier)
        return record

    def next(self, seconds):
        """The id of the next new session, waited for that long; None if there is none."""
        found = self._redis.blpop(PREFIX + "new", timeout=seconds)
        return found[1] if found else None

    def _write(self, record):
        self._redis.hset(PREFIX + "records", record["id"], json.dumps(record))
        return record
