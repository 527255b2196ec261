"""A team with an effort, and cycles in Do."""

from contexts.cycles.conftest import answers, doing, draft, finished, idea, inquiry, studying  # noqa: F401
