"""A team at a school with a principal, and a district above it."""

from contexts.cycles.conftest import doing, draft, inquiry  # noqa: F401
from contexts.rubric.conftest import around, cycle  # noqa: F401
