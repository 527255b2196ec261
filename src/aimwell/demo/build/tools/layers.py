"""Room 12 asked its coach for a layer of her own, and each member said the meaning of equity in own words."""

from __future__ import annotations

from aimwell.contexts.people.equity.queries import meaning_of
from aimwell.contexts.people.equity.services import say_in_own_words
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.layers import services
from aimwell.contexts.theory.models import Cause
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_layers as story
from aimwell.domain.access import Rung


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    inquiry, at = bench.inquiry, bench.calendar.at
    with as_if(at(story.OPENED_ON, "16:30")):
        inquiry = share(by=bench.lead, obj=inquiry, rung=Rung.COACH)
    coach = bench.person(story.ASKED)
    with as_if(at(story.ASKED_ON, "15:30")):
        ask = services.ask_for_layer(by=bench.lead, inquiry=inquiry, whom=coach, label=story.LABEL, question=story.ASKS)
    bones = {bone.name: bone for bone in inquiry.bones.all()}
    with as_if(at(story.SAID_ON, "15:30")):
        _waits, too = (
            services.add_line(by=coach, ask=ask, bone=bones[bone], text=text, how_known=how)
            for bone, text, how in (story.WAITS, story.SAID_TOO)
        )
        services.add_line(by=coach, ask=ask, text=story.COMMENT, comment=True)
    with as_if(at(story.MERGED_ON, "15:30")):
        same = Cause.objects.get(bone__inquiry=inquiry, text=story.SAME_AS, ended_at=None)
        services.merge_into(by=bench.lead, line=too, cause=same)
    _own_words(bench)


def _own_words(bench: Bench) -> None:
    team = bench.inquiry.owner_team
    with as_if(bench.calendar.at(story.OWN_WORDS_ON, "15:30")):
        if meaning_of(team) is not None:
            for key, text in story.OWN_WORDS.items():
                say_in_own_words(by=bench.person(key), team=team, text=text)
