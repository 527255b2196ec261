from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "aimwell.core.jobs"
    label = "jobs"
