from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "aimwell.contexts.cycles.rounds"
    label = "rounds"
