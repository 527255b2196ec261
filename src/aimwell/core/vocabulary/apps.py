from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "aimwell.core.vocabulary"
    label = "vocabulary"

    def ready(self) -> None:
        from aimwell.core.vocabulary.translation import install

        install()
