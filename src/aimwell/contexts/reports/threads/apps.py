from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "aimwell.contexts.reports.threads"
    label = "threads"
