"""The addresses and operations of choosing, and one of everything they speak of."""

from typing import Any

from integration.workspace.rows import Part, Row, inquiry, of


def _own(name: str, **post: Any) -> Row:
    return Row("write", {"pk": name}, post)


PART = Part(
    rows={
        "choosing:ideas": inquiry("read"),
        "choosing:why_not_yet": Row("write", {"inquiry_id": "inquiry"}, {"said": "No time to think"}),
        "choosing:limit": Row("write", {"inquiry_id": "inquiry"}, {"most": "4", "version": "1"}),
        "choosing:rate": inquiry("members"),
        "choosing:rate_open": inquiry("write"),
        "choosing:rate_again": inquiry("write"),
        "choosing:choose": inquiry("members"),
        "choosing:lot": inquiry("members"),
        "choosing:idea": of("ideas", "read"),
        "choosing:facts": Row("write", {"pk": "ideas", "part": "facts_part"}, {"students": "on", "version": "1"}),
        "choosing:scale": _own("ideas", scale="one_class", version="1"),
        "choosing:go_on": _own("ideas", reason="A try"),
        "choosing:prefer": of("ideas", "write"),
        "choosing:propose": of("ideas", "write"),
        "choosing:park": of("ideas", "write"),
        "choosing:commitment_add": _own("ideas", what="Call the office", kind="action"),
        "choosing:commitment": _own("commitments", what="Call twice", kind="action", version="1"),
        "choosing:commitment_done": of("commitments", "write"),
        "choosing:commitment_aside": of("commitments", "write"),
        "choosing:commitment_restore": of("commitments", "write"),
        "choosing:answer": _own("proposals", stand="can_live"),
        "choosing:record": _own("proposals", reason="It meets the cause", version="1"),
        "choosing:handled": _own("concerns", handled="We ask first", version="1"),
        "choosing:parked": _own("parked", text="A better app", version="1"),
        "choosing:take_up": _own("parked", reason="Asked for"),
        "choosing:decline": _own("parked", reason="No devices"),
    },
    api={
        "read": "list_ideas list_commitments",
        "members": "get_idea_ratings list_proposals list_parked list_idea_scales get_why_not_yet",
        "write": "offer_idea change_idea_facts set_idea_scale go_on_with_idea add_commitment change_commitment "
        "mark_commitment_done set_commitment_aside restore_commitment rate_ideas open_idea_ratings rate_ideas_again "
        "prefer_idea propose_idea answer_proposal record_choice park_thought park_idea change_parked take_up_parked "
        "decline_parked set_work_limit say_why_not_yet",
        "own": "handle_concern",
    },
    bodies={
        "take_up_parked": {"reason": "Asked for"},
        "set_idea_scale": {"scale": "one_class"},
    },
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.theory.choosing import services
    from aimwell.contexts.theory.choosing.models import RatingRound

    def offer(text: str) -> Any:
        return services.offer_idea(by=ana, inquiry=inquiry, text=text, source="a book")

    if RatingRound.objects.filter(inquiry=inquiry).exclude(opened_at=None).exists():
        services.rate_ideas_again(by=ana, inquiry=inquiry)
    idea, asked = offer("Late bus"), offer("Walking bus")
    services.rate_ideas(by=ana, inquiry=inquiry, ratings={idea: (4, 2)})
    services.open_ratings(by=ana, inquiry=inquiry)
    services.rate_ideas_again(by=ana, inquiry=inquiry)
    proposal, answered = (services.propose_idea(by=ana, idea=one) for one in (idea, asked))
    services.set_work_limit(by=ana, team=team, most=5)
    return {
        "ideas": idea,
        "facts_part": "who",
        "commitments": services.add_commitment(by=ana, idea=idea, what="Call the office"),
        "proposals": proposal,
        "concerns": services.answer_proposal(by=ana, proposal=answered, stand="concern", concern="The drivers"),
        "why-not-yet": services.say_why_not_yet(by=ana, inquiry=inquiry, version=None, said="No time to think"),
        "parked": services.park_thought(by=ana, inquiry=inquiry, text="An app"),
    }
