from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "aimwell.contexts.people.signin"
    label = "signin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from aimwell.contexts.people.signin import listening  # noqa: F401  (connects its receivers)
