from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "aimwell.contexts.meetings"
    label = "meetings"
