from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "aimwell.contexts.measures"
    label = "measures"
