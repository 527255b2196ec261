from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "aimwell.contexts.cycles"
    label = "cycles"

    def ready(self) -> None:
        from aimwell.contexts.cycles.queries import turned_once
        from aimwell.contexts.theory.queries import sign

        sign("pdsa", turned_once)
