"""Whoever acts for an organisation through a browser shows again that it is them, also where the API is called."""

import datetime

import pytest

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import ClosedToOutside, OrgRole

pytestmark = pytest.mark.django_db
CALLS = [
    ("post", "/orgs/{org}/teams", {"name": "Grade 6", "kind": "team"}),
    ("post", "/orgs/{org}/below", {"name": "Annex", "kind": "school"}),
    ("patch", "/orgs/{org}", {"name": "Other"}),
    ("post", "/orgs/{org}/move", {"to": None, "on": datetime.date(2026, 1, 5)}),
    ("post", "/orgs/{org}/networks", {"name": "Writers", "since": datetime.date(2026, 1, 5)}),
    ("get", "/orgs/{org}/offices", {}),
    ("post", "/orgs/{org}/offices", {"kind": "principal", "email": "x@example.org"}),
    ("put", "/orgs/{org}/outsiders/hub", {"closed": True}),
    ("post", "/orgs", {"name": "Top", "kind": "district"}),
]


@pytest.mark.parametrize(("method", "path", "body"), CALLS)
def test_a_browser_that_showed_nothing_lately_is_asked_first(method, path, body, client, admin, district, school):
    admin.set_password("correct horse battery")
    admin.save()
    client.force_login(admin)
    before = list(Org.objects.values())
    sent = {} if method == "get" else {"data": body, "content_type": "application/json"}
    answer = getattr(client, method)(f"/api/v1{path.format(org=district.pk)}", **sent)
    assert (answer.status_code, answer.json()["code"]) == (422, "step_up")
    assert (list(Org.objects.values()), OrgRole.objects.count(), ClosedToOutside.objects.count()) == (before, 1, 0)


def test_an_organisation_of_others_is_not_there_before_anything_is_asked(client, stranger, district):
    client.force_login(stranger)
    assert client.get(f"/api/v1/orgs/{district.pk}/offices").status_code == 404
