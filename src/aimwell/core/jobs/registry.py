"""Which function does which kind of job.

A context registers its handlers in its `jobs.py`, which is imported when Django starts:

    @job(kind="measures.read_file")
    def read_file(job: RunningJob) -> dict[str, Any]: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aimwell.core.jobs.running import RunningJob

Handler = Callable[["RunningJob"], dict[str, Any]]


@dataclass(frozen=True)
class Kind:
    name: str
    handler: Handler
    max_attempts: int


_kinds: dict[str, Kind] = {}
_each_sweep: list[Callable[[], None]] = []


def job(*, kind: str, max_attempts: int = 3) -> Callable[[Handler], Handler]:
    """Register a handler. It returns a JSON object, may raise a DomainError, and must bear being run twice."""

    def register(handler: Handler) -> Handler:
        known = _kinds.get(kind)
        if known is not None and known.handler is not handler:
            raise ValueError(f"two handlers for the job kind {kind!r}")
        _kinds[kind] = Kind(name=kind, handler=handler, max_attempts=max_attempts)
        return handler

    return register


def kind_named(name: str) -> Kind:
    """Raises LookupError for a kind that nobody registered."""
    if name not in _kinds:
        raise LookupError(f"no handler for the job kind {name!r}")
    return _kinds[name]


def kinds() -> list[str]:
    return sorted(_kinds)


def each_sweep(look: Callable[[], None]) -> Callable[[], None]:
    """Register what looks at every sweep whether a time has come. It puts jobs aside and does no more."""
    if look not in _each_sweep:
        _each_sweep.append(look)
    return look


def looks() -> tuple[Callable[[], None], ...]:
    return tuple(_each_sweep)
