from django.apps import AppConfig


class EquityConfig(AppConfig):
    name = "aimwell.contexts.people.equity"
    label = "equity"
