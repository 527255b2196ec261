from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    name = "aimwell.contexts.reports.participation"
    label = "participation"
