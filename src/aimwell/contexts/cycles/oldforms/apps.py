from django.apps import AppConfig


class OldformsConfig(AppConfig):
    name = "aimwell.contexts.cycles.oldforms"
    label = "oldforms"
