from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "aimwell.contexts.theory.practices"
    label = "practices"

    def ready(self) -> None:
        from aimwell.contexts.theory.practices.queries import calibrated
        from aimwell.contexts.theory.queries import sign

        sign("research", calibrated)
