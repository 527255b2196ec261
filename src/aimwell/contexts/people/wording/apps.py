from django.apps import AppConfig


class WordingConfig(AppConfig):
    name = "aimwell.contexts.people.wording"
    label = "wording"
