from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from aimwell.ui import views
from aimwell.ui.context import nav
from aimwell.ui.diff import one_side

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def body(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("theme", ["", "light", "dark"])
def test_the_style_page_opens_in_both_languages_and_themes(client: Any, language: str, theme: str) -> None:
    client.cookies["django_language"] = language
    response = client.get(reverse("ui:style"), {"theme": theme} if theme else {})
    assert response.status_code == 200
    assert f'<html lang="{language}"' in body(response)
    assert body(response).count("data-theme=") == (1 if theme else 0)
    assert body(response).count("<h1") == 1


def test_a_missing_page_and_one_not_shared_use_the_same_words(client: Any) -> None:
    request = _request()
    missing, closed = views.not_found(request), views.not_shared(request)
    assert (missing.status_code, closed.status_code) == (404, 403)
    assert "There is no page here, or it is not shared with you." in body(missing)
    assert _main(missing) == _main(closed)


def test_the_page_for_a_fault_needs_nothing_from_the_request() -> None:
    with translation.override("es"):
        response = views.broken(HttpRequest())
    assert response.status_code == 500
    assert "No pudimos hacerlo" in body(response)


def test_a_large_file_is_told_its_limit() -> None:
    response = views.too_large(_request(), limit="50 MB")
    assert response.status_code == 413
    assert "Up to 50 MB fit. Nothing was saved and nothing changed." in body(response)


def test_two_versions_stand_side_by_side_with_their_differences() -> None:
    mine, theirs = "It works when rehearsed", "It works when early"
    field = {"name": "learned", "label": "Learned", "mine": mine, "theirs": theirs, "both": f"{mine}\n{theirs}"}
    field |= {"mine_diff": one_side(mine, theirs, "mine"), "theirs_diff": one_side(mine, theirs, "theirs")}
    conflict = {"who": "Devon", "when": "12:03", "action": "/c/1", "version": 4, "hidden": {"id": 9}, "fields": [field]}
    html = body(views.conflict(_request(), conflict))
    assert "Devon also changed this while you wrote" in html
    assert "It works when <ins>rehearsed</ins>" in html
    assert "It works when <ins>early</ins>" in html
    assert html.count('type="radio" name="learned"') == 3
    assert '<input type="hidden" name="version" value="4">' in html
    assert '<input type="hidden" name="id" value="9">' in html


def test_a_member_has_six_places_five_on_a_phone_and_knows_which_one_this_is(page: Any, ana: Any, team: Any) -> None:
    request = RequestFactory().get(reverse("theory:overview", args=[team.pk]))
    request.team, request.user = team, ana  # type: ignore[attr-defined]
    request.resolver_match = _match(request.path)
    places = nav(request)["nav_items"]
    assert [place.label for place in places] == ["Today", "Theory", "Cycles", "Data", "Meet", "More"]
    assert [place.label for place in places if place.phone] == ["Today", "Theory", "Cycles", "Data", "More"]
    assert [place.label for place in places if place.current] == ["Theory"]


def test_without_a_team_there_are_no_places() -> None:
    assert nav(_request())["nav_items"] == []


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("pink", ""), ("", "")])
def test_only_a_known_theme_is_taken_from_the_browser(cookie: str, theme: str) -> None:
    request = _request()
    request.COOKIES["theme"] = cookie
    assert nav(request)["theme"] == theme


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_account_pages_have_our_look_and_one_main_button(client: Any, name: str) -> None:
    html = body(client.get(reverse(name)))
    assert 'href="/static/ui/css/tokens.css"' in html
    assert html.count("<h1>") == 1
    assert html.count('class="button"') == 1
    assert "please" not in html.lower()


def test_signing_up_shows_the_sentence_that_was_written(client: Any) -> None:
    client.post(reverse("people:start"), {"sentence": "Few explain why."})
    assert '<p class="lead">Few explain why.</p>' in body(client.get(reverse("account_signup")))


def _request() -> HttpRequest:
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/nowhere")
    request.user = AnonymousUser()
    request.resolver_match = None
    request.session = {}  # type: ignore[assignment]
    return request


def _match(path: str) -> Any:
    from django.urls import resolve

    return resolve(path)


def _main(response: Any) -> str:
    return body(response).split("<main")[1].split("</main>")[0]


def test_signing_in_says_nothing_that_the_page_does_not_show(client: Any, ana: Any) -> None:
    client.post(reverse("account_login"), {"login": ana.email, "password": "correct horse battery"})
    assert 'class="flash' not in body(client.get(reverse("people:settings")))
