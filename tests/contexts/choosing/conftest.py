"""An inquiry of Ana's team with a supported cause, a driver on it, and two ideas."""

from types import SimpleNamespace

import pytest


@pytest.fixture
def world(ana, team):
    """Sage's attendance (S4 L94-L96): the cause lies in the short Wednesday and the bus."""
    from aimwell.contexts.theory.services import add_bone, add_cause, add_part, change_cause, start_inquiry

    inquiry = start_inquiry(
        by=ana, team=team, problem="One in eight miss Wednesday", for_whom="600 students", how_known="10 weeks counted"
    )
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    cause = add_cause(by=ana, bone=bone, text="Wednesday is short and the bus takes two hours")
    cause = change_cause(by=ana, cause=cause, version=1, text=cause.text, status="supported", how_known="counted")
    type(cause).objects.filter(pk=cause.pk).update(locus="school")
    cause.refresh_from_db()
    guess = add_cause(by=ana, bone=bone, text="Families take long weekends")
    driver = add_part(by=ana, inquiry=inquiry, kind="primary", text="A full day is worth the trip")
    later = add_part(
        by=ana, inquiry=inquiry, kind="idea", text="Move staff learning to Monday", parents=[driver], causes=[cause]
    )
    prizes = add_part(by=ana, inquiry=inquiry, kind="idea", text="Attendance prizes", parents=[driver])
    return SimpleNamespace(inquiry=inquiry, cause=cause, guess=guess, driver=driver, later=later, prizes=prizes)


@pytest.fixture
def board(world):
    """The board as somebody sees it: `board(ana)`."""
    from aimwell.contexts.theory.choosing.queries import board_of
    from aimwell.contexts.theory.queries import inquiry_view

    return lambda user: board_of(inquiry_view(user, world.inquiry.pk))


@pytest.fixture
def coach(person, team):
    """Imani, who coaches the team."""
    from aimwell.contexts.people.models import CoachAssignment

    user = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=user)
    return user
