"""Session API: `python3 -m api.main`."""

import os

from lucid_sessions.record import BadSession
from lucid_sessions.server import Answer, health, serve

from .store import Sessions

NAME = os.environ.get("SERVICE_NAME", "session-api")
VERSION = os.environ.get("SERVICE_VERSION", "0.0.0")

sessions = Sessions()


def answers(status=200):
    """Decorator: the handler's value with this status; unknown ids are 404, nonsense is 400."""

    def decorate(handler):
        def guarded(*arguments, **body):
            try:
                return status, handler(*arguments, **body)
            except KeyError as error:
                raise Answer(404, f"no session {error.args[0]}") from error
            except BadSession as error:
                raise Answer(400, str(error)) from error

        return guarded

    return decorate


@answers()
def get_health():
    return health(NAME, VERSION, sessions=len(sessions))


@answers()
def list_sessions():
    return {"sessions": sessions.all()}


@answers(status=201)
def create_session(fields):
    return sessions.create(fields.get("owner"))


@answers()
def read_session(identifier):
    return sessions.read(identifier)


@answers()
def change_session(identifier, fields):
    return sessions.advance(identifier, fields.get("state"))


@answers()
def delete_session(identifier):
    return sessions.delete(identifier)


if __name__ == "__main__":
    serve(
        os.environ.get("HOST", "0.0.0.0"),
        int(os.environ.get("PORT", "8090")),
        {
            "/health": {"GET": get_health},
            "/sessions": {"GET": list_sessions, "POST": create_session},
            "/sessions/*": {"GET": read_session, "PATCH": change_session, "DELETE": delete_session},
        },
    )
