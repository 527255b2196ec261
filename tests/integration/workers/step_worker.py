"""A worker process that knows one slow job: six steps of a third of a second, each stored once.

Run by test_worker_killed.py, which ends it with SIGKILL in the middle.
"""

import time

import django
from django.db import transaction


def main() -> None:
    django.setup()
    from aimwell.core.history.models import Event
    from aimwell.core.history.services import record
    from aimwell.core.jobs.models import Job
    from aimwell.core.jobs.registry import job
    from aimwell.core.jobs.worker import run_worker

    @job(kind="tests.steps")
    def steps(running):
        for number in range(1, 7):
            with transaction.atomic():
                if not Event.objects.filter(target_id=running.id, verb=f"step {number}").exists():
                    target = Job.objects.get(pk=running.id)
                    record(by=None, verb=f"step {number}", target=target, scope_id=None)
                running.progress(number, 6)
            time.sleep(0.3)
        return {"steps": 6, "attempt": running.attempt}

    run_worker(threads=2)


if __name__ == "__main__":
    main()
