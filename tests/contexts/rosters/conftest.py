"""A district with an administrator, and small OneRoster sets as zips."""

import csv
import io
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from aimwell.contexts.orgs.models import Org, OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import (
    RosterOrg,
    StaffPerson,
    StaffPlace,
    StudentGroup,
    StudentSeat,
)
from domain.rosters.files import SCHOOLS, files_of

ANA = "u1,,,true,s1,teacher,ana,,Ana,Ruiz,ana@x.org,"
BO = 'u2,,,true,"s1,s2",aide,bo,,Bo,Park,bo@x.org,'
KIM = "k-4711,,,true,s1,student,kimsecret,,Kimberly,Zyxwv,kimberly@x.org,05"


@pytest.fixture
def district(db):
    return create_org(kind=OrgKind.DISTRICT, name="Marlow County")


@pytest.fixture
def admin(person, district):
    user = person("Imani Admin")
    OrgRole.objects.create(org=district, user=user, kind="org_admin")
    return user


@pytest.fixture
def enter(password_just_typed):
    """Pages of power are open without asking again."""
    return password_just_typed


@pytest.fixture
def put(admin, district):
    """`put(users=[...])` uploads and reads a OneRoster set; `put(text="name,school...")` a plain list."""

    def call(*, text="", apply=False, by=None, whole=False, reason="", org=None, **lines):
        upload = plain_upload(text) if text else upload_of(files_of(**lines))
        made = services.start_list(by=by or admin, org=org or district, upload=upload, whole=whole)
        found = services.read_list(roster_import=made)
        if apply:
            return services.apply_list(by=by or admin, roster_import=found, reason=reason)
        return found

    return call


def upload_of(files, name="roster.zip"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file, rows in files.items():
            out = io.StringIO()
            csv.writer(out).writerows(rows)
            archive.writestr(f"{file}.csv", out.getvalue())
    return SimpleUploadedFile(name, packed.getvalue())


def plain_upload(text, name="staff.csv"):
    return SimpleUploadedFile(name, text.encode())


def standard(**more):
    return {"orgs": SCHOOLS, "users": [ANA, BO, KIM], **more}


def in_force():
    """Everything that a list may change, exactly."""
    places = StaffPlace.objects.order_by("pk").values_list(
        "pk", "person", "org", "role", "key", "started", "ended", "ended_by"
    )
    return {
        "orgs": list(Org.objects.order_by("pk").values_list("pk", "kind", "name", "parent", "path")),
        "names": sorted(RosterOrg.objects.values_list("book", "key", "org", "created", "made_by")),
        "people": list(StaffPerson.objects.order_by("pk").values_list("pk", "key", "email", "name")),
        "places": list(places),
        "groups": sorted(StudentGroup.objects.values_list("book", "key", "title", "org")),
        "seats": sorted(
            (d, o or 0, g, tuple(m))
            for d, o, g, m in StudentSeat.objects.values_list("digest", "org", "grade", "groups")
        ),
    }


def people():
    """Who works where, in words."""
    found = {}
    for place in StaffPlace.objects.filter(ended=None).select_related("person", "org"):
        found.setdefault(place.person.name, set()).add((place.org.name, place.role))
    return found


def stored_files():
    return default_storage.listdir("rosters")[1] if default_storage.exists("rosters") else []


def traces(*words):
    """Which of these words stand anywhere in the database, as text."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            content = repr(cursor.fetchall())
            found |= {(table, word) for word in words if word in content}
    return found
