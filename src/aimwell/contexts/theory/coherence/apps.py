from django.apps import AppConfig


class CoherenceConfig(AppConfig):
    name = "aimwell.contexts.theory.coherence"
    label = "coherence"

    def ready(self) -> None:
        from aimwell.contexts.theory.coherence.queries import all_answered
        from aimwell.contexts.theory.queries import sign

        sign("coherence", all_answered)
