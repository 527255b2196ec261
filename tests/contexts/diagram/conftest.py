"""An inquiry of Ana's team with a small theory."""

from types import SimpleNamespace

import pytest

from aimwell.contexts.theory.services import add_part, start_inquiry


@pytest.fixture
def inquiry(ana, team):
    return start_inquiry(by=ana, team=team, problem="Most students wait for someone else to give a reason")


@pytest.fixture
def tree(ana, inquiry):
    """Two primary drivers, a secondary driver that serves both, and an idea below it."""
    way = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
    safe = add_part(by=ana, inquiry=inquiry, kind="primary", text="It is safe to be unsure")
    think = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Time to think", parents=[way, safe])
    minute = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[think], detail="Whisper")
    return SimpleNamespace(way=way, safe=safe, think=think, minute=minute)
