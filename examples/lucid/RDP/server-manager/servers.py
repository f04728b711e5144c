"""Server records: their life from starting to stopped, and the port each one holds."""

import threading

# What may be done in which state, and the state it leads to.
TRANSITIONS = {
    ("created", "start"): "running",
    ("running", "stop"): "stopped",
    ("stopped", "start"): "running",
}


class NoSuchServer(Exception):
    """No record has that name."""


class Conflict(Exception):
    """The request does not fit what is there: taken name, no free port, wrong state."""


class Servers:
    """Records by name; every record holds one port of the range until it is deleted."""

    def __init__(self, first_port, last_port):
        self._lock = threading.Lock()
        self._free = list(range(last_port, first_port - 1, -1))
        self._records = {}

    def counts(self):
        return {"servers": len(self._records), "free_ports": len(self._free)}

    def all(self):
        with self._lock:
            return list(self._records.values())

    def get(self, name):
        if name not in self._records:
            raise NoSuchServer(name)
        return self._records[name]

    def create(self, name):
        with self._lock:
            if name in self._records:
                raise Conflict(f"server {name} exists")
            if not self._free:
                raise Conflict("every port is taken")
            record = {"name": name, "port": self._free.pop(), "state": "created"}
            self._records[name] = record
            return record

    def change(self, name, action):
        """Starts or stops a server."""
        with self._lock:
            record = self.get(name)
            state = TRANSITIONS.get((record["state"], action))
            if state is None:
                raise Conflict(f"cannot {action} server {name}: it is {record['state']}")
            self._records[name] = {**record, "state": state}
            return self._records[name]

    def delete(self, name):
        """Removes a server that does not run; its port is free again."""
        with self._lock:
            record = self.get(name)
            if record["state"] == "running":
                raise Conflict(f"server {name} is running")
            self._free.append(record["port"])
            return self._records.pop(name)
