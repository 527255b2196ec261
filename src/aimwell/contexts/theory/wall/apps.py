from django.apps import AppConfig


class WallConfig(AppConfig):
    name = "aimwell.contexts.theory.wall"
    label = "wall"
