"""Sessions by id, in memory."""

import threading
from itertools import count

from lucid_sessions.record import advanced, new_record


class Sessions:
    """Create, read, advance, delete; safe to use from several threads.

    Changes raise KeyError for an unknown id and BadSession for what makes no sense.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._ids = count(1)
        self._records = {}

    def __len__(self):
        return len(self._records)

    def all(self):
        with self._lock:
            return list(self._records.values())

    def create(self, owner):
        with self._lock:
            record = new_record(f"session-{next(self._ids):06d}", owner)
            self._records[record["id"]] = record
            return record

    def read(self, identifier):
        return self._records[identifier]

    def advance(self, identifier, state):
        with self._lock:
            record = advanced(self._records[identifier], state)
            self._records[identifier] = record
            return record

    def delete(self, identifier):
        with self._lock:
            return self._records.pop(identifier)
