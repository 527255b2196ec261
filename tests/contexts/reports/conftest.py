import datetime

import pytest

from aimwell.contexts.measures.models import Series
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import (
    add_bone,
    add_cause,
    add_evidence,
    add_part,
    add_perspective,
    change_problem,
    set_aim,
    start_inquiry,
)


@pytest.fixture
def inquiry(ana, team):
    return start_inquiry(by=ana, team=team, problem="Only a few students say why.")


@pytest.fixture
def measure(ana, team):
    """Weekly shares of 24 students with one lasting shift upward after week nine."""
    found = create_measure(by=ana, team=team, name="Explains to a partner", definition="Heard in one lesson a week.")
    for week, count in enumerate([7, 9, 8, 9, 8, 8, 8, 9, 8, 13, 14, 13, 15, 14, 16, 15, 14, 16, 17]):
        put_value(
            by=ana,
            measure=found,
            on=datetime.date(2026, 1, 5) + datetime.timedelta(weeks=week),
            numerator=count,
            denominator=24,
        )
    assert Series.objects.filter(measure=found).count() == 1
    return found


@pytest.fixture
def theory(ana, inquiry, measure):
    """Everything up to the first cycle."""
    change_problem(
        by=ana, inquiry=inquiry, version=inquiry.version, problem="Only 1 in 3 say why.",
        for_whom="72 fifth graders", how_known="Counted in 8 lessons",
    )  # fmt: skip
    add_evidence(by=ana, inquiry=inquiry, text="24 of 72 in one lesson")
    add_perspective(by=ana, inquiry=inquiry, role="a fifth grader", text="I wait for somebody else.")
    add_cause(by=ana, bone=add_bone(by=ana, inquiry=inquiry, name="Time"), text="We ask before they think")
    set_aim(
        by=ana, inquiry=inquiry, what="explain their reasoning", for_whom="our fifth graders", baseline=34,
        target=65, by_when=datetime.date(2027, 5, 28), measure=measure,
    )  # fmt: skip
    driver = add_part(by=ana, inquiry=inquiry, kind=PartKind.PRIMARY, text="Everyone has a way in", parents=[None])
    add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text="A quiet minute", parents=[driver])
    return inquiry
