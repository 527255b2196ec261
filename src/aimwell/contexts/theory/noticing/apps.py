from django.apps import AppConfig


class NoticingConfig(AppConfig):
    name = "aimwell.contexts.theory.noticing"
    label = "noticing"
