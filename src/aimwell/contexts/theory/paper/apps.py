from django.apps import AppConfig


class PaperConfig(AppConfig):
    name = "aimwell.contexts.theory.paper"
    label = "paper"
