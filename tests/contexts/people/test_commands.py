"""The first steps on a new server: who runs it, and the first organization."""

import io

import pytest
from django.core.management import CommandError, call_command

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import OrgRole
from aimwell.core.history.models import Event

pytestmark = pytest.mark.django_db


def said(*command):
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().strip()


def test_somebody_runs_the_site_and_then_no_longer(ana):
    assert (
        said("site_admin", ana.email.upper())
        == f"Ana Ruiz runs this site. Next: aimwell make_org NAME --by {ana.email}"
    )
    assert said("site_admin", ana.email) == "It is so already. Nothing was changed."
    ana.refresh_from_db()
    assert ana.is_site_admin is True
    assert said("site_admin", ana.email, "--end") == "Ana Ruiz no longer runs this site."
    ana.refresh_from_db()
    assert ana.is_site_admin is False
    assert list(Event.objects.values_list("verb", "actor_id", "target_id").order_by("pk")) == [
        ("site_given", None, ana.pk), ("site_ended", None, ana.pk),
    ]  # fmt: skip


def test_whoever_is_not_here_runs_nothing():
    with pytest.raises(CommandError, match=r"Nobody signs in as x@example.org. Sign up first. Nothing was changed."):
        said("site_admin", "x@example.org")
    assert Event.objects.count() == 0


def test_the_first_organization_and_its_administrator(ana, stranger):
    said("site_admin", ana.email)
    told = said("make_org", "Fern Valley", "--by", ana.email, "--admin", stranger.email)
    org = Org.objects.get()
    assert (told, org.name, org.kind, org.parent) == (
        f"Fern Valley is here: /o/{org.pk}/",
        "Fern Valley",
        "district",
        None,
    )
    assert list(OrgRole.objects.values_list("org", "user", "kind", "ended")) == [
        (org.pk, stranger.pk, "org_admin", None)
    ]


@pytest.mark.parametrize("admin", ["nobody@example.org", "self"])
def test_nothing_is_made_where_its_administrator_does_not_fit(ana, admin):
    said("site_admin", ana.email)
    with pytest.raises(CommandError):
        said("make_org", "Fern Valley", "--by", ana.email, "--admin", ana.email if admin == "self" else admin)
    assert Org.objects.count() == 0


def test_others_make_no_organization_at_the_top(ana):
    for by in (ana.email, "nobody@example.org"):
        with pytest.raises(CommandError):
            said("make_org", "Fern Valley", "--by", by)
    assert Org.objects.count() == 0
