from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "aimwell.contexts.reports"
    label = "reports"
