"""A list on its way through upload, worker and file store: read once, removed always."""

import sqlite3
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.rosters import jobs, services
from aimwell.contexts.people.rosters.models import (
    RosterImport,
    RosterState,
)
from aimwell.contexts.people.rosters.queries import places_of
from aimwell.core.jobs.models import Job
from aimwell.core.jobs.running import LeaseLost, RunningJob, Stopped
from aimwell.core.jobs.services import claim
from aimwell.domain.errors import NotReady, Refused
from contexts.rosters.conftest import in_force, people, plain_upload, standard, stored_files, upload_of
from domain.rosters.files import files_of

pytestmark = pytest.mark.django_db


def test_a_list_is_read_by_the_worker_and_its_file_removed(
    admin, district, run_jobs, django_capture_on_commit_callbacks
):
    found = services.start_list(by=admin, org=district, upload=upload_of(files_of(**standard())))
    assert (found.state, len(stored_files())) == (RosterState.READING, 1)
    assert run_jobs() == 1
    found.refresh_from_db()
    assert (found.state, found.stored_as, stored_files()) == (RosterState.READY, "", [])
    assert services.read_list(roster_import=found).state == RosterState.READY


def test_a_long_list_goes_in_by_the_worker(put, admin, run_jobs, monkeypatch):
    monkeypatch.setattr(services.applying, "IN_AT_ONCE", 2)
    found = services.apply_list(by=admin, roster_import=put(**standard()))
    assert found.state == RosterState.APPLYING
    assert services.apply_list(by=admin, roster_import=found).state == RosterState.APPLYING
    run_jobs()
    found.refresh_from_db()
    assert (found.state, len(people())) == (RosterState.APPLIED, 2)


def test_a_long_list_that_came_too_late_goes_back(put, admin, run_jobs, monkeypatch):
    monkeypatch.setattr(services.applying, "IN_AT_ONCE", 2)
    mine = services.apply_list(by=admin, roster_import=put(**standard()))
    RosterImport.objects.filter(pk=mine.pk).update(base_version=9)
    run_jobs()
    mine.refresh_from_db()
    assert (mine.state, people()) == (RosterState.READY, {})


def test_a_list_that_cannot_be_read_says_why_and_is_removed(admin, district):
    made = services.start_list(by=admin, org=district, upload=plain_upload("a,b\n1,2\n"))
    found = services.read_list(roster_import=made)
    assert found.state == RosterState.REFUSED
    assert found.refusal == {"code": "roster_no_column", "data": {"file": "list.csv", "column": "name"}}
    assert stored_files() == []


def test_what_nobody_foresaw_is_refused_without_a_word_of_the_file(admin, district, monkeypatch):
    def stop(*args, **more):
        raise ValueError("Kimberly Zyxwv")

    monkeypatch.setattr(services.files, "read_oneroster", stop)
    made = services.start_list(by=admin, org=district, upload=upload_of(files_of(**standard())))
    found = services.read_list(roster_import=made)
    assert found.refusal == {"code": "roster_unreadable", "data": {"file": "roster.zip"}}
    assert stored_files() == []


def test_a_worker_that_stops_for_good_leaves_no_file(admin, district, run_jobs, monkeypatch):
    def stop(*args, **more):
        raise sqlite3.OperationalError

    monkeypatch.setattr(services.files, "store_comparison", stop)
    made = services.start_list(by=admin, org=district, upload=upload_of(files_of(**standard())))
    for _ in range(3):
        Job.objects.update(ready_at=timezone.now())
        run_jobs()
    made.refresh_from_db()
    assert (made.state, stored_files()) == (RosterState.REFUSED, [])


def test_the_same_key_gives_the_first_list_back(admin, district):
    key = "00000000-0000-4000-8000-000000000001"
    first = services.start_list(by=admin, org=district, upload=plain_upload("x"), key=key)
    assert services.start_list(by=admin, org=district, upload=plain_upload("y"), key=key) == first
    assert len(stored_files()) == 1


def test_a_key_of_another_organisations_list_is_no_way_in(admin, district, person):
    other = create_org(kind=OrgKind.DISTRICT, name="Elsewhere")
    neighbour = person("Neighbour")
    OrgRole.objects.create(org=other, user=neighbour, kind="org_admin")
    key = uuid.UUID(int=1)
    services.start_list(by=admin, org=district, upload=plain_upload("x"), key=key)
    with pytest.raises(Refused) as caught:
        services.start_list(by=neighbour, org=other, upload=plain_upload("y"), key=key)
    assert caught.value.code == "key_used"
    assert len(stored_files()) == 1


def test_a_key_that_came_twice_at_one_moment_gives_one_list(admin, district, monkeypatch):
    first = services.start_list(by=admin, org=district, upload=plain_upload("x"), key=uuid.UUID(int=1))
    real, told = services.files._twin, []

    def late(key, org):
        told.append(key)
        return None if len(told) == 1 else real(key, org)

    monkeypatch.setattr(services.files, "_twin", late)
    assert services.start_list(by=admin, org=district, upload=plain_upload("y"), key=uuid.UUID(int=1)) == first
    assert len(stored_files()) == 1


def test_a_list_that_cannot_be_queued_leaves_no_file(admin, district, monkeypatch):
    def stop(**more):
        raise LookupError

    monkeypatch.setattr(services.files, "enqueue", stop)
    with pytest.raises(LookupError):
        services.start_list(by=admin, org=district, upload=plain_upload("x"))
    assert (stored_files(), RosterImport.objects.count()) == ([], 0)


def test_a_file_whose_worker_died_for_good_goes_with_the_next_list(admin, district):
    left = services.start_list(by=admin, org=district, upload=plain_upload("x"))
    waiting = services.start_list(by=admin, org=district, upload=plain_upload("y"))
    Job.objects.filter(pk=left.job_id).delete()
    services.start_list(by=admin, org=district, upload=plain_upload("z"))
    left.refresh_from_db()
    waiting.refresh_from_db()
    assert (left.state, waiting.state, len(stored_files())) == (RosterState.REFUSED, RosterState.READING, 2)


@pytest.mark.parametrize(
    ("asked", "state", "files"), [("lease", RosterState.READING, 1), ("stop", RosterState.REFUSED, 0)]
)
def test_a_worker_that_lost_its_turn_leaves_the_file_to_the_next(admin, district, monkeypatch, asked, state, files):
    made = services.start_list(by=admin, org=district, upload=upload_of(files_of(**standard())))
    job = claim(made.job_id)
    changes = {"attempts": 2} if asked == "lease" else {"cancel_asked": True}
    Job.objects.filter(pk=job.pk).update(**changes)
    monkeypatch.setattr("aimwell.domain.rosters.table.EVERY", 2)
    with pytest.raises((LeaseLost, Stopped)):
        jobs.read_list(RunningJob(job))
    made.refresh_from_db()
    assert (made.state, len(stored_files())) == (state, files)


def test_a_long_list_whose_worker_lost_its_turn_is_not_in(put, admin, monkeypatch):
    monkeypatch.setattr(services.applying, "IN_AT_ONCE", 2)
    found = services.apply_list(by=admin, roster_import=put(**standard()))
    job = claim(found.job_id)
    running = RunningJob(job)
    monkeypatch.setattr(services.applying, "record", lambda **more: Job.objects.update(attempts=2))
    with pytest.raises(LeaseLost):
        jobs.put_in(running)
    found.refresh_from_db()
    assert (found.state, people()) == (RosterState.APPLYING, {})


def test_a_long_list_that_a_worker_gave_up_can_be_tried_again(put, admin, run_jobs, monkeypatch):
    monkeypatch.setattr(services.applying, "IN_AT_ONCE", 2)

    def stop(**more):
        raise ZeroDivisionError

    found = services.apply_list(by=admin, roster_import=put(**standard()))
    monkeypatch.setattr(services.applying, "record", stop)
    for _ in range(3):
        Job.objects.update(ready_at=timezone.now())
        run_jobs()
    found.refresh_from_db()
    assert (found.state, people()) == (RosterState.READY, {})


def test_putting_in_twice_by_the_worker_is_once(put, admin):
    found = put(**standard(), apply=True)
    after = in_force()
    assert services.put_in(by=admin, roster_import=found).state == RosterState.APPLIED
    assert in_force() == after


def test_places_of_an_account_are_found_by_its_address(put, admin, person):
    put(**standard(), apply=True)
    bo, nobody = person("Bo"), person("Nobody")
    bo.email, nobody.email = "Bo@x.org", None
    assert [place.org.name for place in places_of(bo)] == ["Lantern Hill", "Otter Creek"]
    assert list(places_of(nobody)) == []


def test_nothing_and_too_much_are_not_taken_in(admin, district, settings):
    with pytest.raises(NotReady):
        services.start_list(by=admin, org=district, upload=None)
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    with pytest.raises(Refused) as caught:
        services.start_list(by=admin, org=district, upload=SimpleUploadedFile("a.csv", b"x" * (1024 * 1024 + 1)))
    assert caught.value.code == "too_large"
    assert (stored_files(), RosterImport.objects.count()) == ([], 0)
