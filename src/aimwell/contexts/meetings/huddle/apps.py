from django.apps import AppConfig


class HuddleConfig(AppConfig):
    name = "aimwell.contexts.meetings.huddle"
    label = "huddle"
