"""An effort of Ana's team with its aim, and a measure counted by group."""

import datetime

import pytest

from aimwell.contexts.measures.services import apply_import, create_measure, start_import
from aimwell.contexts.theory.services import set_aim, start_inquiry

MAY = datetime.date(2027, 5, 28)
GROUPS = {"New to English": (23, 9), "All others": (49, 27), "Students with IEPs": (6, 2), "New this year": (11, 3)}
"""Students, and how many of them explain, in each of eight weeks. The last two hide each other."""


@pytest.fixture
def inquiry(ana, team):
    made = start_inquiry(by=ana, team=team, problem="Few say why", for_whom="72 fifth graders", how_known="Counted")
    set_aim(by=ana, inquiry=made, what="explain their reasoning", for_whom="all fifth graders", target=65)
    return made


@pytest.fixture
def second(ana, team, inquiry):
    """Another effort that began later, without an aim so far."""
    return start_inquiry(by=ana, team=team, problem="Homework is not read")


@pytest.fixture
def measure(ana, team):
    made = create_measure(by=ana, team=team, name="Explains to a partner")
    weeks = [datetime.date(2026, 1, 5) + datetime.timedelta(weeks=n) for n in range(8)]
    rows = [f"{week}\t{name}\t{top}\t{of}" for name, (of, top) in GROUPS.items() for week in weeks]
    apply_import(by=ana, data_import=start_import(by=ana, measure=made, text="date\tgroup\tyes\tn\n" + "\n".join(rows)))
    return made


@pytest.fixture
def lines(measure):
    return {line.name: line for line in measure.series.all()}
