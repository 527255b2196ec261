"""The letter itself. The page "see it now" and the worker both take it from here, so they cannot differ."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from aimwell.contexts.reports.digest.models import DigestChoice
from aimwell.contexts.reports.digest.queries.choice import stop_token
from aimwell.contexts.reports.digest.queries.content import Digest, digest_of
from aimwell.domain.rhythm.digest import Pace
from aimwell.domain.words.meetings import TABLE


@dataclass(frozen=True, slots=True)
class Letter:
    """`stop`: the whole address that ends the digest without signing in."""

    digest: Digest
    subject: str
    text: str
    body: str
    html: str
    stop: str


def clock(at: datetime.time) -> str:
    return f"{at.hour}:{at.minute:02}"


def chosen_words(choice: DigestChoice) -> str:
    """ "once a week, on Monday at 7:00"."""
    if choice.pace == Pace.DAILY:
        return _("on working days at %(time)s") % {"time": clock(choice.at)}
    day = TABLE.say(f"weekday.{choice.weekday}", choice.language)
    return _("once a week, on %(day)s at %(time)s") % {"day": day, "time": clock(choice.at)}


def letter_of(choice: DigestChoice, now: datetime.datetime) -> Letter | None:
    """The letter as it would go at this moment; None where there is nothing to say."""
    digest = digest_of(choice, now)
    if not digest.teams:
        return None
    site = choice.address.rstrip("/")
    with override(choice.language):
        subject = _("Today in Aimwell") if digest.pace is Pace.DAILY else _("Your week in Aimwell")
        context = {
            "digest": digest,
            "name": choice.user.name,
            "subject": subject,
            "site": site,
            "chosen": chosen_words(choice) if choice.pace != Pace.NEVER else "",
            "change": site + reverse("digest:settings"),
            "stop": site + reverse("digest:stop", args=[stop_token(choice.user)]),
        }
        body = render_to_string("digest/letter_body.html", context)
        html = render_to_string("digest/letter.html", {**context, "body": body})
        text = render_to_string("digest/letter_text.html", context).strip() + "\n"
    return Letter(digest, subject, text, body, html, context["stop"])
