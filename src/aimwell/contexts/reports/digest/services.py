"""Choosing a digest, stopping it, and sending those that are due: to one person each, once."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.core.mail import DNS_NAME, EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from aimwell.contexts.people.models import User
from aimwell.contexts.reports.digest.models import LONGEST_ADDRESS, DigestChoice, DigestSent, PaceChoice
from aimwell.contexts.reports.digest.queries import Letter, choice_of, day_off, due, letter_of, person_of
from aimwell.contexts.reports.digest.queries.letter import clock
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import Refused

BATCH = 500
KIND = "digest.send"


def choose(*, by: User, address: str, **facts: Any) -> DigestChoice:
    """`facts`: the fields to change; the others stay. `address`: the site's own. Raises Refused."""
    choice = choice_of(by)
    for name, value in facts.items():
        setattr(choice, name, value)
    choice.address = address[:LONGEST_ADDRESS]
    _check(choice)
    choice.next_at = _aware(choice.rule.next_after(_on_the_wall(timezone.now())))
    choice.save()
    return choice


def _check(choice: DigestChoice) -> None:
    if choice.pace == PaceChoice.NEVER:
        return
    if not choice.user.email:
        raise Refused("digest_without_address")
    if choice.rule.quiet.hold(choice.at):
        raise Refused(
            "digest_in_quiet_hours",
            at=clock(choice.at), begins=clock(choice.quiet_from), ends=clock(choice.quiet_to),
        )  # fmt: skip


def stop(*, token: str) -> User:
    """By the link of a letter, without signing in. A second press changes nothing. Raises NotFound."""
    person = person_of(token)
    DigestChoice.objects.filter(user=person).update(pace=PaceChoice.NEVER, next_at=None)
    return person


def put_aside_due(*, now: datetime.datetime) -> int:
    """A job for each letter whose moment has come; what falls into a quiet time waits. Returns how many go."""
    return sum(_put_aside(choice, now) for choice in due(now)[:BATCH])


def _put_aside(choice: DigestChoice, now: datetime.datetime) -> bool:
    wall = _on_the_wall(now)
    goes = may_go(choice, now)
    onward = choice.rule.next_after(wall) if goes else choice.rule.put_off(wall)
    with transaction.atomic():
        same = DigestChoice.objects.filter(pk=choice.pk, next_at=choice.next_at)  # another worker may have been faster
        if not same.update(next_at=_aware(onward)):
            return False
        if goes:
            day, key = wall.date().isoformat(), f"digest-{choice.user_id}-{wall.date().isoformat()}"
            enqueue(by=None, kind=KIND, key=key, args={"user": choice.user_id, "day": day})
    return goes


def may_go(choice: DigestChoice, now: datetime.datetime) -> bool:
    wall = _on_the_wall(now)
    return choice.rule.may_go(wall, day_off=day_off(choice.user, wall.date()))


def send(*, user: int, day: datetime.date, now: datetime.datetime) -> bool:
    """The letter of one person for one day, at most once; False where none goes.

    Its row is stored before the letter goes: when this process dies in between, nobody gets it twice. When the mail
    server says no, the row goes again and the error rises, so that the queue tries later.
    """
    choice = DigestChoice.objects.filter(user=user, user__is_active=True).select_related("user").first()
    if choice is None or choice.pace == PaceChoice.NEVER or not choice.user.email:
        return False
    if not may_go(choice, now):
        _wait(choice, now)
        return False
    letter = letter_of(choice, now)
    if letter is None:
        return False
    sent, made = DigestSent.objects.get_or_create(user=choice.user, for_day=day, defaults={"at": now})
    if made:
        try:
            _message(choice.user, day, letter).send()
        except Exception:
            sent.delete()
            raise
    return made


def _wait(choice: DigestChoice, now: datetime.datetime) -> None:
    """The worker came too late in the day: ask again on the next working day, unless the next one comes first."""
    later = _aware(choice.rule.put_off(_on_the_wall(now)))
    DigestChoice.objects.filter(pk=choice.pk, next_at__gt=later).update(next_at=later)


def _message(person: User, day: datetime.date, letter: Letter) -> EmailMultiAlternatives:
    """To one person, with no copy to anybody (S1 R-91), no picture and nothing that tells whether it was read."""
    headers = {
        "List-Unsubscribe": f"<{letter.stop}>",
        "Auto-Submitted": "auto-generated",
        "Message-ID": _id(person, day),
    }
    if letter.stop.startswith("https:"):
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(letter.subject, letter.text, to=[str(person.email)], headers=headers)
    message.attach_alternative(letter.html, "text/html")
    return message


def _id(person: User, day: datetime.date) -> str:
    """The same for the same letter, so that a mail server that is sent it twice keeps one."""
    name = salted_hmac("aimwell.digest.id", f"{person.pk} {day}", algorithm="sha256").hexdigest()[:32]
    return f"<{name}@{DNS_NAME}>"


def sends_mail() -> bool:
    """Whether this site has a mail server; without one letters are written to its log."""
    return not settings.EMAIL_BACKEND.endswith(("console.EmailBackend", "dummy.EmailBackend"))


def _on_the_wall(now: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(now).replace(tzinfo=None)


def _aware(wall: datetime.datetime | None) -> datetime.datetime | None:
    return timezone.make_aware(wall) if wall is not None else None
