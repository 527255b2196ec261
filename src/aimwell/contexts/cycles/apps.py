from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "aimwell.contexts.cycles"
    label = "cycles"
