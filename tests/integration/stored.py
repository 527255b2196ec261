"""What is stored, to show that a refusal changed nothing."""

from typing import Any

from django.apps import apps

PASSING = {"used_on", "last_login"}
"""When somebody came; no part of anybody's work."""


def stored(*labels: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of these apps."""
    models = [model for label in labels for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    return {model._meta.label: list(_rows(model)) for model in models}


def _rows(model: Any) -> Any:
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in PASSING]
    return model._default_manager.order_by("pk").values(*names)
