"""Somebody who belongs to no team walks the whole made-up world, and finds nothing of it.

They follow every link of every page they get, and try every address of the product with numbers that belong to things.
"""

import html
import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.converters import IntConverter

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.access import Rung

TRIED_WORDS = ("theory", "measure", "cycle", "cause", "theory.part", "measures.measure", "2026-11-09", "public")
MOST_PAGES = 300
NOT_FOLLOWED = ("/account/logout", "/demo/", "/as/")


@pytest.fixture(scope="module")
def secrets(world, django_db_blocker):
    """Every name and sentence of the world that nobody outside may read, and its exact numbers."""
    with django_db_blocker.unblock():
        rows = [
            *Team.objects.values_list("name", flat=True), *User.objects.values_list("name", flat=True),
            *Membership.objects.values_list("name", flat=True), *Measure.objects.values_list("name", flat=True),
            *Inquiry.objects.values_list("problem", flat=True), *Cycle.objects.values_list("try_what", flat=True),
            *(repr(value) for value in Observation.objects.values_list("value", flat=True)),
        ]  # fmt: skip
    return re.compile("|".join(re.escape(row) for row in sorted(set(rows), key=len, reverse=True) if len(row) > 6))


@pytest.fixture
def walkers(world, db, person):
    """The world without the door of the demo, and without what its teams opened to everybody."""
    for model in (Inquiry, Measure, Cycle):
        model.objects.filter(rung=int(Rung.PUBLIC)).update(rung=int(Rung.NETWORK))
    assert Team.objects.count() > 10
    stranger = Client()
    stranger.force_login(person("Zz"))
    return {"nobody": Client(), "stranger": stranger}


def found_in(answer, secrets):
    return secrets.search(html.unescape(b"".join(answer).decode(errors="replace")))


def links_of(text):
    """Addresses of this site in links and forms, without their fragments."""
    for target in re.findall(r'(?:href|src|action)="([^"]+)"', text):
        parts = urlsplit(html.unescape(target))
        if not parts.netloc and parts.path.startswith("/") and not parts.path.startswith("/static/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


@pytest.mark.ac("S1 R-73")
@pytest.mark.parametrize("who", ["nobody", "stranger"])
def test_following_every_link_leads_to_nothing_of_the_world(who, walkers, secrets):
    client, todo, seen = (
        walkers[who],
        ["/", "/home/", "/settings/", "/start/", "/account/login/", "/api/v1/docs"],
        set(),
    )
    while todo and len(seen) < MOST_PAGES:
        address = todo.pop()
        if address in seen or address.startswith(NOT_FOLLOWED):
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code in (301, 302):
            todo.append(urlsplit(answer["Location"]).path)
        body = b"".join(answer).decode(errors="replace")
        assert not secrets.search(html.unescape(body)), address
        todo += [link for link in links_of(body) if link not in seen]
    assert len(seen) > 10
    assert not todo, "there are more pages than this walk expected"


def patterns(found, prefix=""):
    for pattern in found:
        if isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern
        else:
            yield from patterns(pattern.url_patterns, prefix + str(pattern.pattern))


def addresses():
    """Every address with one parameter or more, filled with numbers that exist and words that mean something."""
    numbers = sorted({1, Team.objects.first().pk, Measure.objects.last().pk, Cycle.objects.last().pk})
    for route, pattern in patterns(get_resolver().url_patterns):
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        if names and "^" not in route:
            counts = {name for name in names if isinstance(pattern.pattern.converters.get(name), IntConverter)}
            counts |= set(names) - {"kind", "key"} if route.startswith("api/") else set()
            yield from (filled(route, counts, *pair) for pair in zip(numbers, TRIED_WORDS, strict=False))


def filled(route, counts, number, word):
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(number) if part[1] in counts else word, route)


@pytest.mark.ac("S1 R-73")
@pytest.mark.parametrize("who", ["nobody", "stranger"])
def test_every_address_with_a_guessed_number_tells_nothing(who, walkers, secrets):
    client, tried = walkers[who], list(addresses())
    assert len(tried) > 500
    for address in tried:
        answer = client.get(address)
        assert answer.status_code in REFUSED, address
        assert not found_in(answer, secrets), address


REFUSED = {301, 302, 401, 403, 404, 405, 410, 422}
