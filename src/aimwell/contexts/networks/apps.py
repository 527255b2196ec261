from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "aimwell.contexts.networks"
    label = "networks"
