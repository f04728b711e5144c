"""The session record and the states it goes through."""

STATES = ("created", "recording", "processing", "anchored", "closed")


class BadSession(ValueError):
    """A record, or a change to one, that makes no sense."""


def new_record(identifier, owner):
    """A fresh session of `owner`."""
    if not isinstance(owner, str) or not owner:
        raise BadSession("owner must be a name")
    return {"id": identifier, "owner": owner, "state": STATES[0]}


def advanced(record, state):
    """The record in another state. States only go forward."""
    if state not in STATES:
        raise BadSession(f"state must be one of {', '.join(STATES)}")
    if STATES.index(state) < STATES.index(record["state"]):
        raise BadSession(f"a session does not go back from {record['state']} to {state}")
    return {**record, "state": state}
