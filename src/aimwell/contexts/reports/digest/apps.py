from django.apps import AppConfig


class DigestConfig(AppConfig):
    name = "aimwell.contexts.reports.digest"
    label = "digest"
