from django.apps import AppConfig


class RubricConfig(AppConfig):
    name = "aimwell.contexts.cycles.rubric"
    label = "rubric"
