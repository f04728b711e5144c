"""Django in one file: django_app.py runserver 0.0.0.0:8080"""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path

settings.configure(SECRET_KEY="test", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, DEBUG=True)
urlpatterns = [path("health", lambda request: JsonResponse({"status": "healthy"}))]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
