from django.apps import AppConfig


class QuickConfig(AppConfig):
    name = "aimwell.contexts.cycles.quick"
    label = "quick"
