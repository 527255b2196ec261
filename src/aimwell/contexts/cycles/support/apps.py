from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "aimwell.contexts.cycles.support"
    label = "support"
