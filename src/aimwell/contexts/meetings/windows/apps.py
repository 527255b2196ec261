from django.apps import AppConfig


class WindowsConfig(AppConfig):
    name = "aimwell.contexts.meetings.windows"
    label = "windows"
