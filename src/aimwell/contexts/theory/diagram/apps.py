from django.apps import AppConfig


class DiagramConfig(AppConfig):
    name = "aimwell.contexts.theory.diagram"
    label = "diagram"
