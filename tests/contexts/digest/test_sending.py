"""One person, one letter, once: at the chosen hour, never in a quiet time, and stopped by one press."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from aimwell.contexts.meetings.windows.services import add_days
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import CoachAssignment, OrgRole, OrgRoleKind, TeamRole
from aimwell.contexts.reports.digest import services
from aimwell.contexts.reports.digest.models import DigestChoice, DigestSent
from aimwell.contexts.reports.digest.queries import stop_token
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.services import sweep
from aimwell.domain.errors import NotFound, Refused
from contexts.digest.conftest import TODAY

WEDNESDAY = dt.datetime(2027, 2, 10, 12, 0, 30, tzinfo=dt.UTC)
"""7:00:30 in New York, the chosen hour."""


def local(choice):
    choice.refresh_from_db()
    return timezone.localtime(choice.next_at).strftime("%a %d %H:%M") if choice.next_at else ""


def test_nobody_gets_anything_unasked(ana, huddle, go, clock):
    clock.move_to(WEDNESDAY)
    assert go() == 0
    assert mail.outbox == []


@pytest.mark.ac("S1 R-91")
def test_it_goes_at_the_chosen_hour_to_one_person_and_to_nobody_above(
    ana, devon, team, huddle, chosen, go, clock, person
):
    school = create_org(kind=OrgKind.SCHOOL, name="Alder School")
    team.org = school
    team.save()
    above = {name: person(name) for name in ("Grace Principal", "Imani Coach", "Sponsor")}
    OrgRole.objects.create(org=school, user=above["Grace Principal"], kind=OrgRoleKind.PRINCIPAL)
    CoachAssignment.objects.create(team=team, user=above["Imani Coach"])
    team.memberships.create(user=above["Sponsor"], name="Sponsor", role=TeamRole.SPONSOR)
    for who in (ana, *above.values()):
        chosen(who)
    assert go() == 0
    clock.move_to(WEDNESDAY)
    assert go() == 4
    (sent,) = mail.outbox
    assert (sent.to, sent.cc, sent.bcc, sent.reply_to) == ([ana.email], [], [], [])
    assert sent.recipients() == [ana.email]
    assert sent.subject == "Your week in Aimwell"
    assert [kind for _html, kind in sent.alternatives] == ["text/html"]
    assert local(DigestChoice.objects.get(user=ana)) == "Wed 17 07:00"


def test_twice_swept_and_twice_run_is_sent_once(ana, huddle, chosen, go, clock):
    choice = chosen(ana)
    clock.move_to(WEDNESDAY)
    assert go() == 1
    assert go() == 0
    assert not services.send(user=ana.pk, day=WEDNESDAY.date(), now=WEDNESDAY)
    DigestChoice.objects.filter(pk=choice.pk).update(next_at=WEDNESDAY)  # as if the choice were made again
    go()
    assert len(mail.outbox) == 1
    assert list(DigestSent.objects.values_list("user", "for_day")) == [(ana.pk, WEDNESDAY.date())]


def test_the_sweep_of_the_worker_puts_it_aside(ana, huddle, chosen, clock, run_jobs):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    sweep()
    assert run_jobs() == 1
    assert len(mail.outbox) == 1


def test_a_look_that_breaks_keeps_nobody_waiting(ana, chosen, clock, monkeypatch, caplog):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    monkeypatch.setattr(services, "put_aside_due", lambda now: 1 / 0)
    assert sweep() == 0
    assert "could not look whether a time has come" in caplog.text


def test_a_mail_server_that_says_no_is_asked_again_and_sends_once(
    ana, huddle, chosen, go, clock, monkeypatch, run_jobs
):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    real = EmailBackend.send_messages

    def refuses(backend, messages):
        raise smtplib.SMTPServerDisconnected("away")

    monkeypatch.setattr(EmailBackend, "send_messages", refuses)
    go()
    job = Job.objects.get(kind=services.KIND)
    assert (job.state, DigestSent.objects.count(), mail.outbox) == (JobState.QUEUED, 0, [])
    monkeypatch.setattr(EmailBackend, "send_messages", real)
    clock.move_to(WEDNESDAY + dt.timedelta(minutes=1))
    assert run_jobs() == 1
    assert len(mail.outbox) == 1


def test_a_worker_that_died_while_sending_never_sends_it_again(ana, huddle, chosen, clock):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    DigestSent.objects.create(user=ana, for_day=WEDNESDAY.date())  # its row stood before the letter went
    assert not services.send(user=ana.pk, day=WEDNESDAY.date(), now=WEDNESDAY)
    assert mail.outbox == []


def test_nothing_to_say_is_not_sent(ana, team, chosen, go, clock):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    assert go() == 1
    assert (mail.outbox, DigestSent.objects.count()) == ([], 0)


@pytest.mark.ac("S2 R-68")
def test_a_worker_that_wakes_in_the_evening_waits_for_the_morning(ana, huddle, chosen, go, clock):
    choice = chosen(ana)
    clock.move_to(dt.datetime(2027, 2, 10, 23, 30, tzinfo=dt.UTC))  # 18:30
    assert go() == 0
    assert mail.outbox == []
    assert local(choice) == "Thu 11 07:00"
    clock.move_to(dt.datetime(2027, 2, 11, 12, 1, tzinfo=dt.UTC))
    go()
    assert len(mail.outbox) == 1
    assert local(choice) == "Wed 17 07:00"


def test_a_job_that_is_done_in_quiet_hours_sends_nothing_and_asks_again(ana, huddle, chosen, clock, run_jobs):
    choice = chosen(ana)
    clock.move_to(WEDNESDAY)
    services.put_aside_due(now=timezone.now())
    clock.move_to(dt.datetime(2027, 2, 11, 1, 0, tzinfo=dt.UTC))  # 20:00
    assert run_jobs() == 1
    assert mail.outbox == []
    assert local(choice) == "Thu 11 07:00"


@pytest.mark.ac("S0 R-56")
def test_a_day_without_school_waits_for_the_next_school_day(ana, team, huddle, chosen, go, clock):
    choice = chosen(ana)
    add_days(by=ana, place=team, kind="no_school", name="", starts_on=TODAY, ends_on=dt.date(2027, 2, 10))
    clock.move_to(WEDNESDAY)
    assert go() == 0
    assert local(choice) == "Thu 11 07:00"
    clock.move_to(dt.datetime(2027, 2, 11, 12, 1, tzinfo=dt.UTC))
    go()
    assert len(mail.outbox) == 1


def test_on_working_days_means_not_on_the_weekend(ana, huddle, chosen, go, clock):
    choice = chosen(ana, pace="daily")
    assert local(choice) == "Wed 10 07:00"
    clock.move_to(dt.datetime(2027, 2, 12, 12, 1, tzinfo=dt.UTC))
    go()
    assert local(choice) == "Mon 15 07:00"


def test_headers_name_the_way_out(ana, huddle, chosen, go, clock):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    go()
    headers = mail.outbox[0].message()
    link = f"https://aimwell.example.org/digest/stop/{stop_token(ana)}/"
    assert headers["List-Unsubscribe"] == f"<{link}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert (headers["Cc"], headers["Bcc"]) == (None, None)


@pytest.mark.ac("S1 R-91")
def test_the_link_stops_it_without_signing_in_and_only_when_pressed(ana, huddle, chosen, go, clock, client):
    choice = chosen(ana)
    link = f"/digest/stop/{stop_token(ana)}/"
    assert client.get(link).status_code == 200
    assert local(choice) == "Wed 10 07:00"
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert "The digest is stopped" in answer.content.decode()
    assert (local(choice), choice.pace) == ("", "never")
    clock.move_to(WEDNESDAY)
    assert go() == 0


def test_a_link_that_was_changed_stops_nothing(ana, devon, chosen, client):
    choice = chosen(devon)
    wrong = stop_token(ana) + "x"
    assert client.post(f"/digest/stop/{wrong}/").status_code == 404
    with pytest.raises(NotFound):
        services.stop(token="1:abc")
    services.stop(token=stop_token(ana))
    assert local(choice) == "Wed 10 07:00"


def test_a_person_who_stopped_or_left_gets_nothing_from_a_job_that_waits(ana, huddle, chosen, clock, run_jobs):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    services.put_aside_due(now=timezone.now())
    services.stop(token=stop_token(ana))
    assert run_jobs() == 1
    chosen(ana)
    ana.is_active = False
    ana.save()
    assert not services.send(user=ana.pk, day=WEDNESDAY.date(), now=WEDNESDAY)
    assert mail.outbox == []


def test_an_hour_in_the_quiet_hours_is_refused_and_nothing_changes(ana, chosen):
    choice = chosen(ana)
    with pytest.raises(Refused) as refusal:
        chosen(ana, at=dt.time(19))
    assert refusal.value.code == "digest_in_quiet_hours"
    assert refusal.value.data == {"at": "19:00", "begins": "18:00", "ends": "7:00"}
    assert local(choice) == "Wed 10 07:00"


def test_an_account_without_an_address_is_told_so(ana, chosen):
    ana.email = None
    ana.save()
    with pytest.raises(Refused) as refusal:
        chosen(ana)
    assert refusal.value.code == "digest_without_address"
    assert DigestChoice.objects.count() == 0


def test_the_command_counts_first_and_puts_aside_then(ana, devon, huddle, chosen, clock, capsys, run_jobs):
    chosen(ana)
    clock.move_to(WEDNESDAY)
    call_command("send_digests", dry_run=True)
    assert capsys.readouterr().out == "1 digests would go now. None was sent.\n"
    assert run_jobs() == 0
    call_command("send_digests")
    assert capsys.readouterr().out == "1 digests are ready for the worker.\n"
    assert run_jobs() == 1
    assert [sent.to for sent in mail.outbox] == [[ana.email]]
