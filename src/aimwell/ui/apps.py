from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "aimwell.ui"
    label = "ui"
