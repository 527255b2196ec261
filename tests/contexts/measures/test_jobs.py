import pytest

from aimwell.contexts.measures.models import ImportState, Observation
from aimwell.contexts.measures.services import apply_import, applying, files, start_import
from aimwell.core.history.queries import events_of
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.services import run
from contexts.measures.conftest import upload

pytestmark = pytest.mark.django_db

ROWS = "room,date,value\n" + "".join(f"R{n % 5},2026-01-{n // 5 + 1:02},{n}\n" for n in range(100))


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch):
    monkeypatch.setattr(files, "READ_AT_ONCE", 10)
    monkeypatch.setattr(applying, "IN_AT_ONCE", 10)


def test_long_file_is_read_and_put_in_by_the_worker(ana, measure):
    read = start_import(by=ana, measure=measure, upload=upload(ROWS))
    assert read.state == ImportState.READING
    look = Job.objects.get(kind="measures.look")
    assert run(look.pk).state == JobState.SUCCEEDED
    read.refresh_from_db()
    assert (read.state, read.preview["report"]["ready"]) == (ImportState.READY, 100)
    assert apply_import(by=ana, data_import=read).state == ImportState.APPLYING
    assert apply_import(by=ana, data_import=read).state == ImportState.APPLYING
    put_in = Job.objects.get(kind="measures.put_in")
    assert run(put_in.pk).result == {"new": 100}
    read.refresh_from_db()
    assert read.state == ImportState.APPLIED
    assert Observation.objects.filter(ended_at=None).count() == 100


def test_jobs_run_twice_do_their_work_once(ana, measure):
    read = start_import(by=ana, measure=measure, upload=upload(ROWS))
    run(Job.objects.get().pk)
    read.refresh_from_db()
    apply_import(by=ana, data_import=read)
    job = Job.objects.get(kind="measures.put_in")
    run(job.pk)
    Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED, finished_at=None)
    assert run(job.pk).state == JobState.SUCCEEDED
    assert Observation.objects.count() == 100
    assert events_of(measure).filter(verb="numbers_put_in").count() == 1
