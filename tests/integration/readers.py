"""People for tests, made by the product's own services: one reader for every way to stand to a team."""

import datetime
import uuid
from typing import Any


def make_person(name: str = "Ana Ruiz", password: str = "correct horse battery") -> Any:
    from aimwell.contexts.people.models import User

    email = f"{name.split()[0].lower()}-{uuid.uuid4().hex[:8]}@example.org"
    return User.objects.create_user(email=email, name=name, password=password)


def make_team(ana: Any) -> Any:
    from aimwell.contexts.people.services import start_team

    return start_team(by=ana, name="Room 12 and friends", about="grade 5 math")


def make_readers(ana: Any, team: Any) -> dict[str, Any]:
    """One reader for every way to stand to Ana's team, and some that only seem to stand close."""
    from django.contrib.auth.models import AnonymousUser

    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_network, create_org, create_team, join_network
    from aimwell.contexts.people.models import CoachAssignment, Membership, NetworkRole, OrgRole, OrgRoleKind, TeamRole

    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    other_school = create_org(kind=OrgKind.SCHOOL, name="Otter Creek", parent=district)
    far = create_org(kind=OrgKind.DISTRICT, name="Salt Marsh")
    outside = create_org(kind=OrgKind.DISTRICT, name="Outside")
    network = create_network(name="Bayline")
    for org in (district, far):
        join_network(network=network, org=org, since=datetime.date(2026, 8, 1))
    team.org = school
    team.save(update_fields=["org"])

    def in_team(name, org, ended=None):
        user = make_person(name)
        Membership.objects.create(team=create_team(name=f"Team of {name}", org=org), user=user, name=name, ended=ended)
        return user

    found = {
        "member": ana,
        "former member": make_person("Former"),
        "colleague": in_team("Colleague", school),
        "former colleague": in_team("Excolleague", school, ended=datetime.date(2026, 9, 1)),
        "next school": in_team("Nextdoor", other_school),
        "other district in the network": in_team("Faraway", far),
        "other district": in_team("Outsider", outside),
        "principal": make_person("Principal"),
        "district leader": make_person("Leader"),
        "coach": make_person("Coach"),
        "hub": make_person("Hub"),
        "sponsor": make_person("Sponsor"),
        "supervisor": make_person("Supervisor"),
        "evaluator": make_person("Evaluator"),
        "org admin": make_person("Admin"),
        "site admin": make_person("Site"),
        "stranger": make_person("Stranger"),
        "nobody signed in": AnonymousUser(),
    }
    Membership.objects.create(team=team, user=found["former member"], name="Former", ended=datetime.date(2026, 9, 1))
    OrgRole.objects.create(org=school, user=found["principal"], kind=OrgRoleKind.PRINCIPAL)
    OrgRole.objects.create(org=district, user=found["district leader"], kind=OrgRoleKind.DISTRICT_TEAM)
    for who in ("supervisor", "evaluator", "org admin"):
        OrgRole.objects.create(org=district, user=found[who], kind=OrgRoleKind(who.replace(" ", "_")))
    found["site admin"].is_site_admin = True
    found["site admin"].save(update_fields=["is_site_admin"])
    Membership.objects.create(team=team, user=found["sponsor"], name="Sponsor", role=TeamRole.SPONSOR)
    CoachAssignment.objects.create(team=team, user=found["coach"])
    NetworkRole.objects.create(network=network, user=found["hub"])
    return found
