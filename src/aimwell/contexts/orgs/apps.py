from django.apps import AppConfig


class OrgsConfig(AppConfig):
    name = "aimwell.contexts.orgs"
    label = "orgs"
