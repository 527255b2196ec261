from django.apps import AppConfig


class LaunchConfig(AppConfig):
    name = "aimwell.contexts.meetings.launch"
    label = "launch"
