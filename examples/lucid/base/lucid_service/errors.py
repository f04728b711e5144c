"""The one error a handler raises to answer with something other than 200."""


class HttpError(Exception):
    """Answers with `status` (an HTTP status code) and {"error": message}."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
