"""Log lines as JSON, one object a line on standard output."""

import json
import os
import sys
import time

LEVELS = {"DEBUG": 10, "INFO": 20, "WARNING": 30, "ERROR": 40}


class Log:
    """Writes lines at or above `level`; an unknown level counts as INFO."""

    def __init__(self, service, level):
        self.service = service
        self.threshold = LEVELS.get(level.upper(), LEVELS["INFO"])

    @classmethod
    def from_env(cls):
        return cls(os.environ.get("SERVICE_NAME", "service"), os.environ.get("LOG_LEVEL", "INFO"))

    def __call__(self, level, message, **fields):
        if LEVELS[level] < self.threshold:
            return
        line = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "level": level,
            "service": self.service,
            "message": message,
            **fields,
        }
        # One write a line, so that threads cannot mix theirs.
        sys.stdout.write(json.dumps(line, default=str) + "\n")
        sys.stdout.flush()
