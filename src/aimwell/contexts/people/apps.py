from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "aimwell.contexts.people"
    label = "people"
