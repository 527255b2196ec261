from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "aimwell.core.history"
    label = "history"
