"""Database tools: brings the store to the schema of this release, step by step, and ends. Run again, it does nothing."""

import os

from redis import Redis

SCHEMA = "lucid:schema"


def count_sessions(redis):
    redis.setnx("lucid:sessions:count", 0)


def queue_unseen_sessions(redis):
    """Sessions that were created before there was a queue are put into it."""
    for identifier in sorted(redis.hkeys("lucid:sessions:records")):
        redis.rpush("lucid:sessions:new", identifier)


STEPS = (count_sessions, queue_unseen_sessions)


def main():
    redis = Redis.from_url(os.environ["REDIS_URL"], decode_responses=True, socket_connect_timeout=5)
    done = int(redis.get(SCHEMA) or 0)
    for number, step in enumerate(STEPS[done:], done + 1):
        step(redis)
        redis.set(SCHEMA, number)
        print(f"schema {number}: {step.__name__}")
    print(f"the store has schema {len(STEPS)}")


if __name__ == "__main__":
    main()
