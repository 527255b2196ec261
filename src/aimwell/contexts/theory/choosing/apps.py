from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    name = "aimwell.contexts.theory.choosing"
    label = "choosing"

    def ready(self) -> None:
        from aimwell.contexts.theory.choosing.queries import predicted_at_large
        from aimwell.contexts.theory.queries import sign

        sign("prediction", predicted_at_large)
