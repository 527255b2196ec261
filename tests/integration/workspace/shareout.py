"""The addresses and operations of shareout, and one of everything they speak of."""

import uuid
from typing import Any

from aimwell.contexts.cycles.models import Cycle
from integration.workspace.rows import Part, Row, of

PART = Part(
    rows={
        "shareout:page": of("cycle", "read"),
        "shareout:pdf": of("cycle", "read"),
        "shareout:large": of("cycle", "read"),
        "shareout:question": Row("write", {"pk": "cycle"}, {"question": "How do you begin?", "version": "1"}),
        "shareout:back": of("peer-questions", "write"),
        "shareout:again": of("peer-questions", "write"),
        "shareout:answer": Row("write", {"pk": "peer-questions"}, {"answer": "With one word.", "version": "1"}),
        "shareout:answer_back": of("peer-questions", "write"),
        "shareout:agenda": of("peer-questions", "write"),
        "shareout:brief": of("meetings", "read"),
        "shareout:brief_pdf": of("meetings", "read"),
    },
    api={
        "read": "get_share_out get_share_out_pdf list_peer_questions get_brief",
        "write": "say_own_question",
        "own": "take_back_peer_question ask_peer_question_again answer_peer_question take_back_peer_answer "
        "put_peer_question_on_agenda",
        "personal": "ask_peer_question",  # whoever may comment: see tests/contexts/shareout
    },
    bodies={"say_own_question": {"version": 1}, "answer_peer_question": {"version": 1}},
    files=frozenset({"shareout:pdf", "shareout:brief_pdf"}),
)


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows above, and by the word before the number in an address of the API."""
    from aimwell.contexts.cycles.services import draft_cycle
    from aimwell.contexts.meetings.shareout.services import ask, say_question

    cycle = Cycle.objects.filter(inquiry=inquiry).first() or draft_cycle(
        by=ana, inquiry=inquiry, try_what="A quiet minute", key=uuid.uuid4()
    )
    return {
        "share_out": say_question(by=ana, cycle=cycle, question="How do the quiet ones begin?", version=None),
        "peer-questions": ask(by=ana, cycle=cycle, text="Who never spoke?", role="principal"),
    }
