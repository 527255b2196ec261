from django.apps import AppConfig


class RostersConfig(AppConfig):
    name = "aimwell.contexts.people.rosters"
    label = "rosters"
