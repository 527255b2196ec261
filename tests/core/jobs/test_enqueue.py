import pytest
from django.db import IntegrityError, transaction

from aimwell.core.jobs import tasks
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.registry import job, kinds
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import NotAllowed


def greet(job):
    return {"said": f"good morning {job.args['name']}"}


def test_enqueue_stores_a_waiting_row_with_who_asked_for_it(ana, kind):
    made = enqueue(by=ana, kind=kind(greet, max_attempts=5), args={"name": "Devon"}, scope_id=7)

    stored = Job.objects.get()
    assert stored == made
    assert (stored.state, stored.attempts, stored.max_attempts) == (JobState.QUEUED, 0, 5)
    assert (stored.requested_by, stored.scope_id, stored.args) == (ana.pk, 7, {"name": "Devon"})
    assert (stored.lease_until, stored.started_at, stored.finished_at) == (None, None, None)


def test_enqueue_for_the_product_itself_has_no_person(db, kind):
    assert enqueue(by=None, kind=kind(greet), args={}).requested_by is None


def test_enqueue_wakes_a_worker_only_after_the_commit(ana, kind, django_capture_on_commit_callbacks, monkeypatch):
    woken = []
    monkeypatch.setattr(tasks, "wake", woken.append)
    with django_capture_on_commit_callbacks(execute=True):
        made = enqueue(by=ana, kind=kind(greet), args={})
        assert woken == []
    assert woken == [made.pk]


def test_wake_puts_the_job_number_and_nothing_else_on_the_queue(db):
    queue = tasks.open_queue()
    queue.flush()
    tasks.wake(4711)
    (message,) = queue.pending()
    assert (message.name, message.args, message.kwargs) == ("run_job", (4711,), {})
    queue.flush()


def test_enqueue_rolled_back_leaves_no_job(ana, kind):
    name = kind(greet)
    with transaction.atomic():
        enqueue(by=ana, kind=name, args={})
        transaction.set_rollback(True)
    assert Job.objects.count() == 0


def test_the_same_key_again_gives_the_first_job(ana, kind):
    name = kind(greet)
    first = enqueue(by=ana, kind=name, args={"name": "Devon"}, key="k-1")
    again = enqueue(by=ana, kind=name, args={"name": "other"}, key="k-1")
    assert again == first
    assert again.args == {"name": "Devon"}
    assert Job.objects.count() == 1


def test_somebody_elses_key_is_refused(ana, stranger, kind):
    name = kind(greet)
    enqueue(by=ana, kind=name, args={}, key="k-1")
    with pytest.raises(NotAllowed):
        enqueue(by=stranger, kind=name, args={}, key="k-1")
    assert Job.objects.count() == 1


def test_an_unknown_kind_is_refused_at_once(ana):
    with pytest.raises(LookupError, match=r"tests\.nobody"):
        enqueue(by=ana, kind="tests.nobody", args={})
    assert Job.objects.count() == 0


def test_two_handlers_for_one_kind_are_refused(kind):
    name = kind(greet)
    assert name in kinds()
    with pytest.raises(ValueError, match="two handlers"):
        job(kind=name)(lambda job: {})


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "asleep"},
        {"state": JobState.RUNNING},
        {"state": JobState.SUCCEEDED},
        {"error_code": "job_gave_up"},
        {"attempts": 4},
        {"done": 3, "total": 2},
    ],
    ids=["state", "lease", "finished_at", "error", "attempts", "done"],
)
def test_the_database_refuses_a_row_that_contradicts_itself(db, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="tests.greet", **wrong)
