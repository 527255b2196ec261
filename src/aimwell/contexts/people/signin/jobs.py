"""Mails that the worker sends."""

from __future__ import annotations

from typing import Any

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from aimwell.contexts.people.models import Invitation
from aimwell.contexts.people.signin.models import Posted
from aimwell.core.jobs.registry import job
from aimwell.core.jobs.running import RunningJob
from aimwell.domain.words.speech import speech_of, spoken


@job(kind="signin.invite")
def send_invitation(running: RunningJob) -> dict[str, Any]:
    """One mail with one link. Sent already, used or taken back: nothing goes."""
    with transaction.atomic():
        posted = Posted.objects.select_for_update().select_related("invitation__team", "invitation__invited_by")
        post = posted.get(invitation=running.args["invitation"])
        due = post.sent_at is None and _open(post.invitation)
        if due:
            post.sent_at = timezone.now()
            post.save(update_fields=["sent_at"])
            _send(post, running.args["address"], running.args["lang"])
        running.progress(1, 1)
    return {"sent": due}


def _open(invitation: Invitation) -> bool:
    return invitation.used_at is None and invitation.expires_at > timezone.now()


def _send(post: Posted, address: str, lang: str) -> None:
    link = address.rstrip("/") + reverse("people:join", args=[post.invitation.token])
    with translation.override(lang), spoken(speech_of(post.invitation.team.words)):
        context = {"post": post, "invitation": post.invitation, "link": link}
        text = render_to_string("signin/mail.html", context).strip()
    subject, _, body = text.partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", None, [post.email])
