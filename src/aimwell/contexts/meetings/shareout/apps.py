from django.apps import AppConfig


class ShareoutConfig(AppConfig):
    name = "aimwell.contexts.meetings.shareout"
    label = "shareout"
