from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "aimwell.contexts.theory.voices"
    label = "voices"

    def ready(self) -> None:
        from aimwell.contexts.theory.queries import sign
        from aimwell.contexts.theory.voices.queries.counts import somebody_heard

        sign("voices", somebody_heard)
