"""FastAPI, for uvicorn, gunicorn and hypercorn."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return {"status": "healthy"}
