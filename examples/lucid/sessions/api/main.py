"""Session API: `python3 -m uvicorn api.main:app`."""

import os
import platform

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from lucid_sessions.record import BadSession
from lucid_sessions.store import Sessions
from pydantic import BaseModel

NAME = os.environ.get("SERVICE_NAME", "session-api")
VERSION = os.environ.get("SERVICE_VERSION", "0.0.0")

app = FastAPI(title="Lucid sessions", version=VERSION)
sessions = Sessions()


class NewSession(BaseModel):
    owner: str


class Change(BaseModel):
    state: str


@app.exception_handler(KeyError)
def unknown(request: Request, error: KeyError):
    return JSONResponse({"error": f"no session {error.args[0]}"}, 404)


@app.exception_handler(BadSession)
def bad(request: Request, error: BadSession):
    return JSONResponse({"error": str(error)}, 400)


@app.get("/health")
def health(response: Response):
    # Without its store the API knows nothing: it must not look well.
    alive = sessions.alive()
    response.status_code = 200 if alive else 503
    return {
        "status": "healthy" if alive else "degraded",
        "service": NAME,
        "version": VERSION,
        "architecture": platform.machine(),
    }


@app.get("/sessions")
def list_sessions():
    return {"sessions": sessions.all()}


@app.post("/sessions", status_code=201)
def create_session(new: NewSession):
    return sessions.create(new.owner)


@app.get("/sessions/{identifier}")
def read_session(identifier: str):
    return sessions.read(identifier)


@app.patch("/sessions/{identifier}")
def change_session(identifier: str, change: Change):
    return sessions.advance(identifier, change.state)


@app.delete("/sessions/{identifier}")
def delete_session(identifier: str):
    return sessions.delete(identifier)
