from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "aimwell.ui"
    label = "ui"

    def ready(self) -> None:
        """Forms that say nothing of their own ask in our tone of voice."""
        from django.core.validators import MaxValueValidator, MinValueValidator
        from django.forms import Field
        from django.utils.translation import gettext_lazy as _

        Field.default_error_messages["required"] = _("This is needed. Fill it in, then send it again.")
        MinValueValidator.message = _("Write %(limit_value)s or more.")  # type: ignore[assignment]
        MaxValueValidator.message = _("Write %(limit_value)s or less.")  # type: ignore[assignment]
