from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "aimwell.demo"
    label = "demo"
