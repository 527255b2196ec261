"""What holds for any two lists, through the database: the same again changes nothing, and taking back is exact."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole, User
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import RosterBook, RosterImport
from aimwell.contexts.people.rosters.services.comparing import store_comparison
from contexts.rosters.conftest import in_force
from domain.rosters.files import SCHOOLS, one_roster

ROLES = st.sampled_from(["teacher", "aide", "administrator", "student"])
SETS = st.lists(
    st.tuples(
        st.sampled_from(["u1", "u2", "u3", "u4"]),
        st.sampled_from(["s1", "s2", "s1,s2", "s9"]),
        ROLES,
        st.sampled_from(["Ana", "Bo"]),
        st.sampled_from(["", "a@x.org", "b@x.org"]),
    ),
    max_size=5,
    unique_by=lambda row: row[0],
)


def rows(people):
    return [f'{key},,,true,"{orgs}",{role},x,,{name},Park,{email},05' for key, orgs, role, name, email in people]


class Lists(TestCase):
    def setUp(self):
        self.org = create_org(kind=OrgKind.DISTRICT, name="Marlow County")
        self.by = User.objects.create_user(email="imani@example.org", name="Imani")
        OrgRole.objects.create(org=self.org, user=self.by, kind="org_admin")
        self.book = RosterBook.objects.create(org=self.org, keeps_students=True)

    def put(self, people):
        roster = one_roster(orgs=SCHOOLS, users=rows(people), digest=lambda key: f"<{key}>", classes=[], enrollments=[])
        self.book.refresh_from_db()
        made = RosterImport.objects.create(book=self.book, file_name="x")
        found = store_comparison(roster_import=made, roster=roster)
        if not found.rows.exclude(action="unchanged").exists():
            return None
        return services.apply_list(by=self.by, roster_import=found, reason="a test")

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(first=SETS, second=SETS)
    def test_taking_back_is_exact_and_the_same_list_again_is_nothing(self, first, second):
        with transaction.atomic():
            self.put(first)
            before = in_force()
            done = self.put(second)
            after = in_force()
            assert self.put(second) is None
            assert in_force() == after
            if done is not None:
                services.undo_list(by=self.by, roster_import=done)
            assert in_force() == before
            transaction.set_rollback(True)
