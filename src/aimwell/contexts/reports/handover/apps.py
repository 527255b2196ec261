from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "aimwell.contexts.reports.handover"
    label = "handover"

    def ready(self) -> None:
        from aimwell.contexts.people import leaving
        from aimwell.contexts.reports.handover.stop import first_stop

        leaving.ask(first_stop)
