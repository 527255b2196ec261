from django.apps import AppConfig


class ProtocolsConfig(AppConfig):
    name = "aimwell.contexts.meetings.protocols"
    label = "protocols"
