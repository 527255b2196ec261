from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "aimwell.api"
    label = "api"
