from django.apps import AppConfig


class TheoryConfig(AppConfig):
    name = "aimwell.contexts.theory"
    label = "theory"
