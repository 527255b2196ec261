"""A team with an effort, and cycles at any stage."""

from contexts.cycles.conftest import answers, doing, draft, finished, idea, inquiry, studying  # noqa: F401
