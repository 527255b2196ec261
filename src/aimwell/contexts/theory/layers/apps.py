from django.apps import AppConfig


class LayersConfig(AppConfig):
    name = "aimwell.contexts.theory.layers"
    label = "layers"
