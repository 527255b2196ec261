import datetime

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone, translation

from aimwell.core.history.models import Event
from aimwell.core.history.services import record
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.queries import error_words
from aimwell.core.jobs.running import LeaseLost
from aimwell.core.jobs.services import cancel, claim, enqueue, forget_finished, run, sweep
from aimwell.domain.errors import NotAllowed, Refused

LEASE = datetime.timedelta(seconds=settings.JOB_LEASE_SECONDS)


def note(job):
    """The usual shape of a handler: an effect that is there once, however often it runs."""
    if not Event.objects.filter(verb="noted", target_id=job.id).exists():
        record(by=None, verb="noted", target=Job.objects.get(pk=job.id), scope_id=None)
    job.progress(1, 1)
    return {"noted": True}


def broken(job):
    raise OSError("the disk is full at /var/lib/secret")


def too_large(job):
    raise Refused("too_large", limit="50 MB")


def test_run_does_the_work_and_keeps_the_result(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    done = run(job.pk)
    assert (done.state, done.attempts, done.done, done.total) == (JobState.SUCCEEDED, 1, 1, 1)
    assert done.result == {"noted": True}
    assert done.lease_until is None
    assert done.finished_at >= done.started_at >= done.created_at


def test_a_second_delivery_does_nothing(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    run(job.pk)
    assert run(job.pk) is None
    assert Event.objects.filter(verb="noted").count() == 1
    assert Job.objects.get().attempts == 1


def test_a_delivery_while_another_worker_has_it_does_nothing(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    claim(job.pk)
    assert run(job.pk) is None
    assert Event.objects.filter(verb="noted").count() == 0


def test_a_handler_run_twice_has_one_effect(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    run(job.pk)
    Job.objects.update(state=JobState.QUEUED, finished_at=None)
    assert run(job.pk).attempts == 2
    assert Event.objects.filter(verb="noted").count() == 1


def test_an_unknown_job_number_does_nothing(db):
    assert run(12345) is None


def test_a_claim_holds_a_lease_and_progress_renews_it(ana, kind):
    leases = []

    def slow(job):
        leases.append(Job.objects.get().lease_until)
        clock.shift(40)
        job.progress(1, 2)
        leases.append(Job.objects.get().lease_until)
        return {}

    start = datetime.datetime(2026, 11, 9, 8, 0, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False) as clock:
        run(enqueue(by=ana, kind=kind(slow), args={}).pk)
    assert leases == [start + LEASE, start + LEASE + datetime.timedelta(seconds=40)]


def test_a_lease_that_ran_out_lets_another_worker_in(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    with time_machine.travel(timezone.now(), tick=False) as clock:
        claim(job.pk)
        clock.shift(LEASE + datetime.timedelta(seconds=1))
        assert run(job.pk).attempts == 2
    assert Job.objects.get().state == JobState.SUCCEEDED


def test_a_worker_that_lost_its_lease_cannot_finish(ana, kind):
    taken_over = []

    def overtaken(job):
        if job.attempt == 1:
            clock.shift(LEASE + datetime.timedelta(seconds=1))
            taken_over.append(run(job.id))
            with pytest.raises(LeaseLost):
                job.progress(1, 1)
            return {"by": "the first"}
        return {"by": "the second"}

    with time_machine.travel(timezone.now(), tick=False) as clock:
        last = run(enqueue(by=ana, kind=kind(overtaken), args={}).pk)
    assert [job.result for job in taken_over] == [{"by": "the second"}]
    assert (last.state, last.attempts, last.result) == (JobState.SUCCEEDED, 2, {"by": "the second"})


def test_a_refusal_is_final_and_keeps_its_code_and_facts(ana, kind):
    job = run(enqueue(by=ana, kind=kind(too_large), args={}).pk)
    assert (job.state, job.attempts) == (JobState.REFUSED, 1)
    assert (job.error_code, job.error_data) == ("too_large", {"limit": "50 MB"})
    assert error_words(job) == (
        "This file is larger than 50 MB. Nothing was put in. "
        "Keep only the columns you need, or split it, and choose it again."
    )


def test_a_breakdown_is_tried_again_later_and_later_then_given_up(ana, kind, caplog):
    job = enqueue(by=ana, kind=kind(broken), args={})
    seen = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for pause in (10, 20, 0):
            run(job.pk)
            job.refresh_from_db()
            seen.append((job.state, job.attempts))
            assert run(job.pk) is None  # not before its time
            clock.shift(pause)
    assert seen == [(JobState.QUEUED, 1), (JobState.QUEUED, 2), (JobState.REFUSED, 3)]
    assert [line.message for line in caplog.records] == [
        f"job {job.pk} (tests.broken), attempt {attempt}" for attempt in (1, 2, 3)
    ]


def test_what_a_person_reads_after_giving_up_names_no_machine(ana, kind, caplog):
    job = run(enqueue(by=ana, kind=kind(broken, max_attempts=1), args={}).pk)
    assert error_words(job) == (
        "This could not be finished in 1 tries, so it stopped. What you gave us is kept. "
        "Start it again later, or tell the person who looks after this site."
    )
    with translation.override("es"):
        assert error_words(job).startswith("Esto no se pudo terminar")
    assert "secret" not in str(Job.objects.values().get())


def test_a_waiting_job_is_cancelled_at_once(ana, kind):
    job = cancel(by=ana, job=enqueue(by=ana, kind=kind(note), args={}))
    assert job.state == JobState.CANCELLED
    assert run(job.pk) is None
    assert Event.objects.filter(verb="noted").count() == 0


def test_a_running_job_stops_at_its_next_step(ana, kind):
    steps = []

    def stepwise(job):
        for number in (1, 2, 3):
            steps.append(number)
            if number == 2:
                cancel(by=ana, job=Job.objects.get(pk=job.id))
            job.progress(number, 3)
        return {}

    job = run(enqueue(by=ana, kind=kind(stepwise), args={}).pk)
    assert steps == [1, 2]
    assert (job.state, job.done, job.result) == (JobState.CANCELLED, 2, {})


def test_a_finished_job_cannot_be_cancelled(ana, kind):
    job = run(enqueue(by=ana, kind=kind(note), args={}).pk)
    assert cancel(by=ana, job=job).state == JobState.SUCCEEDED


def test_nobody_else_cancels(ana, stranger, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    with pytest.raises(NotAllowed):
        cancel(by=stranger, job=job)
    assert Job.objects.get().state == JobState.QUEUED


@pytest.mark.parametrize(
    ("attempts", "asked", "state", "woken"),
    [(1, False, JobState.QUEUED, 1), (3, False, JobState.REFUSED, 0), (1, True, JobState.CANCELLED, 0)],
    ids=["starts again", "gave up", "was asked to stop"],
)
def test_sweep_settles_what_a_dead_worker_left(ana, kind, attempts, asked, state, woken):
    job = enqueue(by=ana, kind=kind(note), args={})
    claim(job.pk)
    past = timezone.now() - datetime.timedelta(seconds=1)
    Job.objects.update(lease_until=past, attempts=attempts, cancel_asked=asked)
    assert sweep() == woken
    job.refresh_from_db()
    assert (job.state, job.lease_until) == (state, None)


def test_sweep_leaves_a_job_with_a_good_lease_alone(ana, kind):
    job = enqueue(by=ana, kind=kind(note), args={})
    claim(job.pk)
    assert sweep() == 0
    assert Job.objects.get().state == JobState.RUNNING


def test_sweep_wakes_a_worker_for_a_lost_wake_up(ana, kind):
    enqueue(by=ana, kind=kind(note), args={})
    assert sweep() == 1


def test_run_jobs_runs_what_is_ready(ana, kind, run_jobs):
    name = kind(note)
    enqueue(by=ana, kind=name, args={})
    enqueue(by=ana, kind=name, args={})
    assert run_jobs() == 2
    assert run_jobs() == 0


def test_finished_rows_are_forgotten_after_a_while(ana, kind):
    name = kind(note)
    old, waiting = enqueue(by=ana, kind=name, args={}), enqueue(by=ana, kind=name, args={})
    run(old.pk)
    assert forget_finished(before=timezone.now() + datetime.timedelta(seconds=1)) == 1
    assert list(Job.objects.all()) == [waiting]
