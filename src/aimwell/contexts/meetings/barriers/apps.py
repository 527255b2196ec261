from django.apps import AppConfig


class BarriersConfig(AppConfig):
    name = "aimwell.contexts.meetings.barriers"
    label = "barriers"
