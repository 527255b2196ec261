"""The rubric of an organisation: its own words for each point, dated; earlier readings keep the version they used."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.rubric.queries import latest_of_org, rubric_row_above, rubric_said, versions_of
from aimwell.contexts.cycles.rubric.views.gate import gate_fields
from aimwell.contexts.cycles.views.base import language
from aimwell.contexts.people.views.sending import kept_org
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, StaleEdit, sentence
from aimwell.domain.pdsa.gates import Settings, settings_of
from aimwell.domain.pdsa.rubric import ASKS, CODES, LONGEST, OWN, Both, Own, Rubric, printed
from aimwell.domain.words.rubric import say
from aimwell.ui.flash import flash

LANGS = ("en", "es")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def org(request: HttpRequest, org_id: int) -> HttpResponse:
    place = kept_org(request, org_id, Power.WORDS)
    last = latest_of_org(place)
    why, typed, number = "", None, last.number if last else 0
    if request.method == "POST":
        try:
            _kept(request, place)
            return redirect("rubric:org", org_id)
        except StaleEdit as stale:
            number = stale.data["version"]
            who = stale.data["who"] or _("Somebody else")
            why = _("%(who)s saved a version meanwhile; it stands below. Yours is here. Keep it to go on with yours.")
            why, typed = why % {"who": who}, request.POST
        except Refused as refusal:
            why, typed = sentence(refusal, language()), request.POST
    holding = rubric_row_above(place)
    rubric = rubric_said(holding)
    context = {
        "org": place, "why": why, "number": number, "holding": holding,
        "own": _own_points(rubric, typed),
        "points": _points(rubric, typed), "asks": _asks(rubric, typed), "fields": gate_fields(_gate(rubric, typed)),
        "source": say("source", language()),
        "versions": list(versions_of(place)), "may_inherit": bool(last and last.words),
        "cautions": [say(f"caution.{key}", language()) for key in ("documents", "minimum")],
        "reason": typed.get("reason", "") if typed is not None else "",
    }  # fmt: skip
    return render(request, "rubric/org.html", context, status=422 if why else 200)


def _kept(request: HttpRequest, place: Any) -> None:
    sent, version = request.POST, version_of(request.POST)
    if sent.get("do") == "inherit":
        services.inherit_rubric(by=request.user, org=place, version=version)
        flash(request, _("The rubric from above holds again. Yours is kept below."))
        return
    services.word_rubric(
        by=request.user, org=place, version=version, reason=sent.get("reason", ""), key=key_of(sent),
        words={code: _both(sent, f"{code}_text") for code in (*CODES, *ASKS)},
        left_out=[code for code in CODES if not sent.get(f"{code}_in")], gate=settings_of(sent),
        own={
            code: Own(*(_both(sent, f"{code}_{part}") for part in ("text", "move", "example")))
            for code in OWN
            if any(_both(sent, f"{code}_{part}") for part in ("text", "move", "example"))
        },
    )  # fmt: skip
    flash(request, _("Kept. New readings use this version; earlier ones keep theirs."))


def _gate(rubric: Rubric, typed: Any) -> Settings:
    try:
        return settings_of(typed, rubric.gate) if typed is not None else rubric.gate
    except Refused:
        return rubric.gate


def _both(sent: Any, name: str) -> Both:
    return Both(*(sent.get(f"{name}_{lang}", "").strip()[:LONGEST] for lang in LANGS))


def _fields(code: str, parts: dict[str, Both], typed: Any) -> dict[str, list[dict[str, str]]]:
    """Inputs of one point, by part: what was typed, else what holds."""
    return {
        part: [
            {
                "name": f"{code}_{part}_{lang}",
                "lang": lang,
                "value": typed.get(f"{code}_{part}_{lang}", "") if typed is not None else getattr(both, lang),
            }
            for lang in LANGS
        ]
        for part, both in parts.items()
    }


def _points(rubric: Rubric, typed: Any) -> list[dict[str, Any]]:
    here = {item.code: item for item in rubric.items}
    return [
        {
            "code": item.code,
            "printed": item.text.say(language()),
            "used": bool(typed.get(f"{item.code}_in")) if typed is not None else item.code in here,
            "fields": _fields(item.code, {"text": here.get(item.code, item).text}, typed),
        }
        for item in printed().items
    ]


def _asks(rubric: Rubric, typed: Any) -> list[dict[str, Any]]:
    usual = printed().asks
    return [
        {
            "code": code, "printed": usual[code].say(language()),
            "fields": _fields(code, {"text": rubric.asks[code]}, typed),
        }
        for code in ASKS
    ]  # fmt: skip


def _own_points(rubric: Rubric, typed: Any) -> list[dict[str, Any]]:
    here = {item.code: item for item in rubric.items}
    found = []
    for code, facet in OWN.items():
        item = here.get(code)
        parts = {part: getattr(item, part) if item else Both() for part in ("text", "move", "example")}
        found.append(
            {
                "code": code,
                "facet": say(f"facet.{facet}", language()),
                "used": item is not None if typed is None else any(_both(typed, f"{code}_{part}") for part in parts),
                "fields": _fields(code, parts, typed),
            }
        )
    return found
