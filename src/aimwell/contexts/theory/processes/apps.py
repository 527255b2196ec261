from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "aimwell.contexts.theory.processes"
    label = "processes"
