import pytest
from django.conf import settings as django_settings
from django.urls import include, path

from aimwell.config.urls import handler403, handler404, handler500  # noqa: F401  (Django reads them here)
from aimwell.config.urls import urlpatterns as product
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.demo.build.people import email_of
from aimwell.demo.personas import KEYS
from aimwell.demo.queries import demos, person_groups, team_of

urlpatterns = [*product, *([] if django_settings.DEMO else [path("demo/", include("aimwell.demo.urls"))])]
pytestmark = pytest.mark.urls(__name__)


def who(client) -> str:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).email if key else ""


def test_the_page_names_everybody_with_one_button_each(demo, client):
    text = client.get("/demo/").content.decode()
    assert text.count("<form") - text.count('action="/i18n/') == len(KEYS)
    assert [text.count(f'action="/demo/as/{key}/"') for key in KEYS] == [1] * 12
    assert text.count("<h1>") == 1
    assert "All people, schools and numbers are invented." in text


def test_one_primary_button(demo, client):
    text = client.get("/demo/").content.decode()
    assert text.count('class="button"') == 1


def test_groups_in_order(demo):
    assert [[row.key for row in group.people] for group in person_groups()] == [
        ["nell", "ana", "devon", "lucia", "rashid", "sam"], ["imani", "grace"], ["marcus", "yara", "victor", "noor"],
    ]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_one_click_signs_in(demo, client, key):
    answer = client.post(f"/demo/as/{key}/")
    assert answer.status_code == 302
    assert who(client) == email_of(key)


def test_whoever_has_one_team_lands_there_and_others_on_the_list(demo, client):
    assert client.post("/demo/as/ana/").url == f"/t/{team_of('room12').pk}/"
    assert client.post("/demo/as/imani/").url == "/home/"
    fern_valley = Org.objects.get(name="Fern Valley")
    assert client.post("/demo/as/yara/").url == f"/o/{fern_valley.pk}/"
    assert client.get(f"/o/{fern_valley.pk}/people/").status_code == 200  # nothing to show again: no password, no code


def test_looking_at_a_link_signs_nobody_in(demo, client):
    assert client.get("/demo/as/ana/").status_code == 405
    assert who(client) == ""


def test_a_real_person_is_not_signed_in_even_with_a_demo_address(demo, client):
    User.objects.filter(email=email_of("ana")).update(synthetic=False)
    assert client.post("/demo/as/ana/").status_code == 404
    assert who(client) == ""
    assert 'action="/demo/as/ana/"' not in client.get("/demo/").content.decode()


@pytest.mark.parametrize("key", ["nobody", "real", "1"])
def test_an_unknown_key_is_a_missing_page(demo, client, person, key):
    person("Real Reader")
    assert client.post(f"/demo/as/{key}/").status_code == 404
    assert who(client) == ""


def test_all_is_closed_without_the_demo_setting(demo, client, settings):
    settings.DEMO = False
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/as/ana/").status_code == 404
    assert who(client) == ""


def test_without_anybody_it_says_how_to_fill_it(demo, client):
    User.objects.update(synthetic=False)
    text = client.get("/demo/").content.decode()
    assert "Nobody is here yet" in text
    assert "<code>make demo</code>" in text


def test_in_spanish(demo, client):
    text = client.get("/demo/", headers={"accept-language": "es"}).content.decode()
    assert "¿Quién quiere ser?" in text
    assert "Ser Ana Ruiz" in text


def test_ways_in_for_the_welcome_page(demo):
    assert [url for url, _, _ in demos()] == ["/demo/#ana", "/demo/#noor", "/demo/#nell"]


def test_the_number_of_queries_does_not_depend_on_the_people(demo, client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/demo/")
