"""Numbers by group stay with the team; what is shared is logged, and leaves the groups out (S0 R-81)."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung

GROUPS = ("Multilingual learners", "All others")


@pytest.fixture
def groups(measure, put):
    days = [datetime.date(2026, 1, 5) + datetime.timedelta(weeks=week) for week in range(12)]
    put("date\tgroup\tyes\tn\n" + "\n".join(f"{day}\t{name}\t12\t30" for day in days for name in GROUPS))
    return measure


def body(response):
    return b"".join(response).decode() if response.streaming else response.content.decode()


@pytest.mark.ac("S0 R-81")
def test_groups_are_the_teams_alone_also_after_it_shares_and_sharing_is_logged(page, api, ana, readers, team, groups):
    gap, chart = (reverse(f"measures:{name}", args=[groups.pk]) for name in ("for_whom", "measure"))
    assert groups.rung == Rung.TEAM
    assert all(name in body(page(ana, gap)) for name in GROUPS)
    assert [page(readers["colleague"], at).status_code for at in (gap, chart)] == [404, 404]
    share(by=ana, obj=groups, rung=Rung.SCHOOL)
    event = events_of(groups)[0]
    assert (event.verb, event.actor_name, event.before["rung"], event.after["rung"]) == (
        "shared", "Ana Ruiz", Rung.TEAM, Rung.SCHOOL,
    )  # fmt: skip
    assert page(readers["colleague"], gap).status_code == 404
    assert api(readers["colleague"], "GET", f"/measures/{groups.pk}/for-whom").status_code == 404
    opened = page(readers["colleague"], chart)
    assert opened.status_code == 200
    assert not any(name in body(opened) for name in GROUPS)


@pytest.mark.ac("S0 R-81")
def test_files_of_all_together_leave_the_groups_out(page, ana, readers, groups):
    share(by=ana, obj=groups, rung=Rung.SCHOOL)
    for user in (ana, readers["colleague"]):
        for name in ("numbers_csv", "numbers_json", "chart_svg"):
            answer = page(user, reverse(f"measures:{name}", args=[groups.pk]))
            assert answer.status_code == 200
            assert not any(group in body(answer) for group in GROUPS)
