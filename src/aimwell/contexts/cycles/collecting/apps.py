from django.apps import AppConfig


class CollectingConfig(AppConfig):
    name = "aimwell.contexts.cycles.collecting"
    label = "collecting"
