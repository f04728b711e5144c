"""Session processor: `python3 -m processor.main`. Takes new sessions from the queue and starts to process them."""

import json
import signal
import sys
import time

from lucid_sessions.record import BadSession
from lucid_sessions.store import Sessions
from redis.exceptions import ConnectionError

WAIT = 5  # seconds for a session, and before the next try when Redis is away


def log(message, **fields):
    print(json.dumps({"message": message, **fields}), flush=True)


def work(sessions):
    """Starts to process the next session, if there is one."""
    identifier = sessions.next(WAIT)
    if identifier is None:
        return
    try:
        record = sessions.advance(identifier, "processing")
    except (KeyError, BadSession) as error:
        log("skipped", session=identifier, reason=str(error))
    else:
        log("processing", session=identifier, owner=record["owner"])


def main():
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    sessions = Sessions()
    log("waiting for sessions")
    while True:
        try:
            work(sessions)
        except ConnectionError as error:
            log("no store", error=str(error))
            time.sleep(WAIT)


if __name__ == "__main__":
    main()
