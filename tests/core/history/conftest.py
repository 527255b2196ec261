from collections.abc import Callable
from typing import Any

import pytest

from aimwell.core.history.models import Event
from aimwell.core.history.services import record


@pytest.fixture
def write(ana: Any) -> Callable[..., list[Event]]:
    """Write `count` events of one chain: `write(5, scope_id=1)`."""

    def many(count: int, *, scope_id: int | None = 1, org_id: int | None = None) -> list[Event]:
        return [
            record(
                by=ana, verb="changed", target=ana, scope_id=scope_id, org_id=org_id, after={"step": step, "half": 0.5}
            )
            for step in range(count)
        ]

    return many
