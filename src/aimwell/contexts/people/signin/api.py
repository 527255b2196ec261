"""Sign-in of organisations, invitations by list and cards, as the pages have them."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people import offices
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, Pages, line
from aimwell.contexts.people.models import TeamRole
from aimwell.contexts.people.signin import access, queries, reading, services
from aimwell.contexts.people.signin.models import Domain, Provider
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.stepup import require_shown

router = Router(tags=["sign-in"])


class DomainOut(Schema):
    id: int
    name: str
    confirmed_at: datetime.datetime | None = Field(description="It counts from then on.")


class ProviderOut(Schema):
    id: int
    name: str
    kind: str = Field(description="openid_connect or saml")
    slug: str = Field(description="People begin at /sign-in/o/{slug}/.")
    key: str = Field(description="Names it in the address to which it sends people back.")
    domains: list[DomainOut]

    @staticmethod
    def resolve_name(row: Provider) -> str:
        return row.app.name

    @staticmethod
    def resolve_key(row: Provider) -> str:
        return row.app.provider_id

    @staticmethod
    def resolve_domains(row: Provider) -> list[Domain]:
        return list(row.domains.all())


class ProviderIn(Body):
    name: line(40, least=1)
    slug: str = Field(pattern=r"^[a-z0-9-]{1,40}$")


class OidcIn(ProviderIn):
    server: line(500, least=1) = Field(description="The issuer address.")
    client_id: line(191, least=1)
    secret: line(191, least=1)


class SamlIn(ProviderIn):
    metadata: line(200_000, least=1) = Field(description="The provider's SAML 2.0 metadata (XML).")


class RenewIn(Body):
    secret: line(191) = ""
    metadata: line(200_000) = ""


class DomainIn(Body):
    name: line(253, least=1)


class InviteListIn(Body):
    text: line(200_000, least=1) = Field(description="CSV; the first row names the columns name, email, team, role.")
    send: bool = Field(False, description="false: only look. Sent are all rows or none.")


class InviteRowOut(Schema):
    row: int = Field(description="In the list; the line of names is 1.")
    email: str
    team: str
    problems: list[str]


class InviteLookOut(Schema):
    rows: list[InviteRowOut]
    sent: int


class OrgCardIn(Body):
    name: line(120, least=1)


class CardIn(OrgCardIn):
    role: TeamRole = TeamRole.MEMBER


class CardOut(Schema):
    user: int
    code: str
    password: str = Field(description="Shown once. It must be changed at the first sign-in.")


class SignInDone(Schema):
    done: bool = True


@router.get("/orgs/{org_id}/sign-in-providers", response={200: list[ProviderOut], **READ})
@paginate(Pages)
def list_sign_in_providers(request: HttpRequest, org_id: Id) -> QuerySet[Provider]:
    """How people of an organisation sign in. For its administrators."""
    return queries.providers_of(_org(request, org_id))


@router.post("/orgs/{org_id}/sign-in-providers/oidc", response={201: ProviderOut, **WRITE})
def add_sign_in_oidc(request: HttpRequest, org_id: Id, provider: OidcIn) -> Status[Provider]:
    """The provider is asked for its description first; nothing is kept until it fits."""
    org = _org(request, org_id)
    return Status(201, services.add_oidc(by=request.user, org=org, **dict(provider)))


@router.post("/orgs/{org_id}/sign-in-providers/saml", response={201: ProviderOut, **WRITE})
def add_sign_in_saml(request: HttpRequest, org_id: Id, provider: SamlIn) -> Status[Provider]:
    """By the provider's metadata."""
    org = _org(request, org_id)
    return Status(201, services.add_saml(by=request.user, org=org, **dict(provider)))


@router.post("/orgs/{org_id}/sign-in-providers/{provider_id}/renew", response={200: ProviderOut, **WRITE})
def renew_sign_in(request: HttpRequest, org_id: Id, provider_id: Id, new: RenewIn) -> Provider:
    """A new secret or new metadata; accounts stay linked."""
    return services.renew(by=request.user, provider=_provider(request, org_id, provider_id), **dict(new))


@router.post("/orgs/{org_id}/sign-in-providers/{provider_id}/remove", response={200: SignInDone, **WRITE})
def remove_sign_in(request: HttpRequest, org_id: Id, provider_id: Id) -> SignInDone:
    """Nobody comes in by it any more. Accounts stay."""
    services.remove_provider(by=request.user, provider=_provider(request, org_id, provider_id))
    return SignInDone()


@router.post("/orgs/{org_id}/sign-in-providers/{provider_id}/domains", response={201: DomainOut, **WRITE})
def name_domain(request: HttpRequest, org_id: Id, provider_id: Id, domain: DomainIn) -> Status[Domain]:
    """Say that the organisation's addresses end so; the site confirms it."""
    provider = _provider(request, org_id, provider_id)
    return Status(201, services.name_domain(by=request.user, provider=provider, name=domain.name))


@router.post(
    "/orgs/{org_id}/sign-in-providers/{provider_id}/domains/{domain_id}/confirm", response={200: DomainOut, **WRITE}
)
def confirm_domain(request: HttpRequest, org_id: Id, provider_id: Id, domain_id: Id) -> Domain:
    """For those who run the site."""
    domain = queries.find_domain(_provider(request, org_id, provider_id), domain_id)
    return services.confirm_domain(by=request.user, domain=domain)


@router.post(
    "/orgs/{org_id}/sign-in-providers/{provider_id}/domains/{domain_id}/drop", response={200: SignInDone, **WRITE}
)
def drop_domain(request: HttpRequest, org_id: Id, provider_id: Id, domain_id: Id) -> SignInDone:
    """People with such addresses come in here no more."""
    domain = queries.find_domain(_provider(request, org_id, provider_id), domain_id)
    services.drop_domain(by=request.user, domain=domain)
    return SignInDone()


@router.post("/orgs/{org_id}/invitations", response={200: InviteLookOut, **WRITE})
def invite_to_org(request: HttpRequest, org_id: Id, people: InviteListIn) -> InviteLookOut:
    """A list of people for the teams of an organisation: looked at, or sent."""
    teams = queries.teams_below(_org(request, org_id, Power.PEOPLE))
    return _look(request, teams, people)


@router.post("/teams/{team_id}/invitations/list", response={200: InviteLookOut, **WRITE})
def invite_list(request: HttpRequest, team_id: Id, people: InviteListIn) -> InviteLookOut:
    """A list of people for one team. For its lead."""
    return _look(request, [_team(request, team_id)], people)


@router.post("/teams/{team_id}/invitations/{invitation_id}/take-back", response={200: SignInDone, **WRITE})
def take_invitation_back(request: HttpRequest, team_id: Id, invitation_id: Id) -> SignInDone:
    """The link opens nothing from now on."""
    team = _team(request, team_id)
    services.take_back(by=request.user, invitation=queries.find_invitation(team, invitation_id))
    return SignInDone()


@router.post("/teams/{team_id}/cards", response={201: CardOut, **WRITE})
def make_card(request: HttpRequest, team_id: Id, person: CardIn) -> Status[CardOut]:
    """An account without e-mail in the team. For its lead."""
    team = _team(request, team_id)
    return Status(201, _card(services.make_account(by=request.user, team=team, **dict(person))))


@router.post("/orgs/{org_id}/cards", response={201: CardOut, **WRITE})
def make_card_of_org(request: HttpRequest, org_id: Id, person: OrgCardIn) -> Status[CardOut]:
    """An account without e-mail that the organisation looks after."""
    org = _org(request, org_id, Power.PEOPLE)
    return Status(201, _card(services.make_account(by=request.user, org=org, **dict(person))))


@router.post("/cards/{card_id}/renew", response={201: CardOut, **WRITE})
def renew_card(request: HttpRequest, card_id: Id) -> Status[CardOut]:
    """A new first password; it ends the old one and all sessions."""
    account = queries.find_card_account(request.user, card_id)
    require_shown(request)
    return Status(201, _card(services.new_card(by=request.user, user=account.user)))


def _org(request: HttpRequest, org_id: int, power: Power = Power.SIGN_IN) -> Org:
    org = offices.find_org(request.user, org_id, power)
    require_shown(request)
    return org


def _team(request: HttpRequest, team_id: int) -> Team:
    team = access.find_team(request.user, team_id)
    require_shown(request)
    return team


def _provider(request: HttpRequest, org_id: int, provider_id: int) -> Provider:
    return queries.find_provider_of(_org(request, org_id), provider_id)


def _card(card: services.Card) -> CardOut:
    return CardOut(user=card.user.pk, code=card.code, password=card.password)


def _look(request: HttpRequest, teams: Iterable[Team], people: InviteListIn) -> InviteLookOut:
    """Raises Refused("invitations_wrong") where rows would have to be left out."""
    lang = get_language() or "en"
    rows = reading.read(people.text, teams=teams, by=request.user)
    wrong = [row for row in rows if row.problems]
    if people.send and wrong:
        raise Refused("invitations_wrong", count=len(wrong))
    sent = 0
    if people.send:
        address = request.build_absolute_uri("/")
        invitees = [row.invitee for row in rows if row.invitee]
        sent = len(services.invite_all(by=request.user, invitees=invitees, address=address, lang=lang))
    return InviteLookOut(rows=[_row(row, lang) for row in rows], sent=sent)


def _row(row: reading.Row, lang: str) -> InviteRowOut:
    team: Any = row.invitee.team.name if row.invitee else row.said.get("team", "")
    problems = [sentence(problem, lang) for problem in row.problems]
    return InviteRowOut(row=row.row, email=row.said.get("email", ""), team=team, problems=problems)
