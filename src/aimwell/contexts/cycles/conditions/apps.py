from django.apps import AppConfig


class ConditionsConfig(AppConfig):
    name = "aimwell.contexts.cycles.conditions"
    label = "conditions"
