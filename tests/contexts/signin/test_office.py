"""An organisation's administrators set up its own sign-in."""

import datetime

import pytest
import time_machine
from allauth.socialaccount.models import SocialAccount, SocialApp

from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.signin import services
from aimwell.contexts.people.signin.models import Domain, Provider
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused
from contexts.signin.loopback import SamlIdp, lying_oidc


@pytest.fixture(scope="module")
def idp():
    return SamlIdp()


@pytest.fixture(scope="module")
def server():
    with lying_oidc() as provider:
        yield provider


@pytest.fixture
def olga(admin_of, district):
    return admin_of(district)


@pytest.fixture
def saml(olga, district, idp):
    return services.add_saml(by=olga, org=district, name="Clark ID", slug="clark", metadata=idp.metadata)


def test_openid_connect_is_asked_before_it_is_kept(olga, district, proved, server):
    server.config.clear()
    client = proved(olga)
    form = {"name": "Clark ID", "slug": "clark", "server": server.address + "/", "client_id": "a", "secret": "s3cret"}
    answer = client.post(f"/o/{district.pk}/sign-in/oidc/", form)
    made = Provider.objects.select_related("app").get()
    assert answer["Location"] == f"/o/{district.pk}/sign-in/{made.pk}/"
    assert (made.slug, made.app.provider, made.app.settings) == (
        "clark", "openid_connect", {"server_url": server.address},
    )  # fmt: skip
    page = client.get(answer["Location"]).content.decode()
    assert f"http://testserver/account/oidc/{made.app.provider_id}/back/" in page
    assert "s3cret" not in page
    after = Event.objects.get(verb="sign_in_added").after
    assert after == {"name": "Clark ID", "kind": "openid_connect", "slug": "clark"}


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"issuer": "https://other.example"}, "calls itself “https://other.example"),
        ({"jwks_uri": None}, "is not an OpenID Connect provider"),
    ],
)
def test_a_provider_that_does_not_fit_is_named_and_not_kept(olga, district, proved, server, config, words):
    server.config.clear()
    server.config.update(config)
    form = {"name": "Clark ID", "slug": "clark", "server": server.address, "client_id": "a", "secret": "s"}
    answer = proved(olga).post(f"/o/{district.pk}/sign-in/oidc/", form)
    server.config.clear()
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not SocialApp.objects.exists()


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost:1", "169.254.169.254", "[::1]:1"])
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_no_address_of_this_machine_is_asked(olga, district, settings, scheme, host):
    settings.SIGN_IN_ON_LOOPBACK = False
    with pytest.raises(Refused) as refused:
        services.add_oidc(
            by=olga, org=district, name="x", slug="x", server=f"{scheme}://{host}", client_id="a", secret="s"
        )
    assert refused.value.code == "provider_away"


def test_saml_is_read_from_the_metadata(olga, district, proved, idp):
    client = proved(olga)
    form = {"name": "Clark ID", "slug": "clark", "metadata": idp.metadata}
    assert client.post(f"/o/{district.pk}/sign-in/saml/", form).status_code == 302
    made = Provider.objects.get()
    assert made.app.settings["idp"]["entity_id"] == idp.issuer
    assert made.app.settings["idp"]["sso_url"] == idp.sso_url
    assert made.app.settings["advanced"]["reject_idp_initiated_sso"] is True


@pytest.mark.parametrize(
    "text", ["hello", "<a/>", "<md:EntityDescriptor/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<" * 50]
)
def test_what_is_no_metadata_is_refused(olga, district, text):
    with pytest.raises(Refused) as refused:
        services.add_saml(by=olga, org=district, name="x", slug="x", metadata=text)
    assert refused.value.code == "saml_metadata"
    assert not SocialApp.objects.exists()


def test_a_short_name_is_given_once(olga, district, saml, idp):
    with pytest.raises(Refused) as refused:
        services.add_saml(by=olga, org=district, name="x", slug="clark", metadata=idp.metadata)
    assert refused.value.code == "slug_taken"
    assert SocialApp.objects.count() == 1


def test_a_domain_counts_once_the_site_has_confirmed_it(olga, saml, ana):
    domain = services.name_domain(by=olga, provider=saml, name=" @Clark.Example ")
    assert (domain.name, domain.confirmed_at) == ("clark.example", None)
    with pytest.raises(NotAllowed):
        services.confirm_domain(by=olga, domain=domain)
    ana.is_site_admin = True
    ana.save()
    assert services.confirm_domain(by=ana, domain=domain).confirmed_at is not None


def test_one_domain_has_one_provider(olga, saml, district, idp, ana, provider):
    other = provider("south", provider="saml", provider_id="s", client_id="s", domains=["clark.example"])
    ana.is_site_admin = True
    ana.save()
    domain = services.name_domain(by=olga, provider=saml, name="clark.example")
    with pytest.raises(Refused) as refused:
        services.confirm_domain(by=ana, domain=domain)
    assert refused.value.code == "domain_taken"
    assert Domain.objects.filter(confirmed_at__isnull=False).get().provider == other


@pytest.mark.parametrize("name", ["", "clark", "clark example", "https://clark.example", "a@b.example", "*.example"])
def test_what_is_no_domain_is_refused(olga, saml, name):
    with pytest.raises(Refused) as refused:
        services.name_domain(by=olga, provider=saml, name=name)
    assert refused.value.code == "not_a_domain"


def test_a_provider_that_is_removed_leaves_accounts_without_their_links(olga, saml, ana):
    SocialAccount.objects.create(user=ana, provider=saml.app.provider_id, uid="1")
    services.remove_provider(by=olga, provider=saml)
    assert not Provider.objects.exists()
    assert not SocialApp.objects.exists()
    assert not SocialAccount.objects.exists()
    ana.refresh_from_db()
    assert ana.is_active


def test_the_inner_name_is_never_given_again(olga, saml, district, idp):
    first = saml.app.provider_id
    services.remove_provider(by=olga, provider=saml)
    again = services.add_saml(by=olga, org=district, name="Clark ID", slug="clark", metadata=idp.metadata)
    assert again.app.provider_id != first


def test_a_new_certificate_keeps_the_links(olga, saml, proved, district):
    newer = SamlIdp()
    old = saml.app.settings["idp"]["x509cert"]
    answer = proved(olga).post(f"/o/{district.pk}/sign-in/{saml.pk}/renew/", {"metadata": newer.metadata})
    assert answer.status_code == 302
    saml.app.refresh_from_db()
    assert saml.app.settings["idp"]["x509cert"] != old


PAGES = ["", "oidc/", "saml/", "{pk}/"]
ACTS = ["{pk}/domains/", "{pk}/domains/{domain}/confirm/", "{pk}/domains/{domain}/drop/", "{pk}/renew/", "{pk}/remove/"]


@pytest.mark.parametrize("who", ["stranger", "of another district", "of the school below", "former", "sponsor"])
@pytest.mark.parametrize("path", [*PAGES, *ACTS])
def test_nobody_else_sees_or_changes_it(who, path, saml, olga, district, school, stranger, admin_of, proved, idp):
    from aimwell.contexts.orgs.services import create_org

    domain = services.name_domain(by=olga, provider=saml, name="clark.example")
    user = stranger
    if who == "of another district":
        user = admin_of(create_org(kind="district", name="Other"), "Otto Other")
    elif who == "of the school below":
        user = admin_of(school, "Sol School")
    elif who == "former":
        user = admin_of(district, "Fay Former")
        OrgRole.objects.filter(user=user).update(ended=datetime.date(2026, 1, 1))
    elif who == "sponsor":
        OrgRole.objects.create(user=user, org=district, kind="principal")
    url = f"/o/{district.pk}/sign-in/" + path.format(pk=saml.pk, domain=domain.pk)
    client = proved(user)
    before = list(Provider.objects.values()), list(SocialApp.objects.values()), list(Domain.objects.values())
    if path in PAGES:
        assert client.get(url).status_code == 404
    assert client.post(url, {"metadata": idp.metadata, "name": "evil.example"}).status_code in {404, 405}
    assert before == (
        list(Provider.objects.values()), list(SocialApp.objects.values()), list(Domain.objects.values()),
    )  # fmt: skip


def test_a_provider_is_reached_below_its_own_organisation_only(olga, saml, school, proved):
    assert proved(olga).get(f"/o/{school.pk}/sign-in/{saml.pk}/").status_code == 404


def test_an_administrator_shows_again_who_it_is_after_a_while(olga, district, proved):
    client = proved(olga)
    page = f"/o/{district.pk}/sign-in/"
    assert client.get(page).status_code == 200
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=16)):
        asked = client.get(page)
        assert asked["Location"] == f"/account/reauthenticate/?next=%2Fo%2F{district.pk}%2Fsign-in%2F"
        assert client.post(asked["Location"], {"password": "a guess"}).status_code == 200
        assert client.get(page).status_code == 302
        assert client.post(asked["Location"], {"password": "correct horse battery"})["Location"] == page
        assert client.get(page).status_code == 200


def test_whoever_comes_by_their_organisation_is_sent_there_again(olga, district, proved):
    client = proved(olga)
    olga.set_unusable_password()
    olga.save()
    client.force_login(olga)
    SocialAccount.objects.create(user=olga, provider="sso-x", uid="1")
    answer = client.get(f"/o/{district.pk}/sign-in/")
    assert answer["Location"].startswith("/account/login/?next=")
    assert client.get("/api/v1/me").status_code == 401
