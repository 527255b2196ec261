from django.apps import AppConfig


class PredictingConfig(AppConfig):
    name = "aimwell.contexts.theory.predicting"
    label = "predicting"
