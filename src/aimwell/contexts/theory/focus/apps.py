from django.apps import AppConfig


class FocusConfig(AppConfig):
    name = "aimwell.contexts.theory.focus"
    label = "focus"
