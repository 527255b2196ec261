"""Job kinds for these tests, taken out of the register again at the end."""

from collections.abc import Callable
from typing import Any

import pytest

from aimwell.core.jobs import registry
from aimwell.core.jobs.registry import Handler


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Register a handler: `kind(handler, max_attempts=2)` gives the name of its kind."""
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))

    def register(handler: Handler, **options: Any) -> str:
        name = f"tests.{handler.__name__}"
        registry.job(kind=name, **options)(handler)
        return name

    return register
