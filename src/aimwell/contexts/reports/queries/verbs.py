"""What an event did, in words that stand between a name and a thing: "Ana reworded the cause ..."."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import pgettext_lazy

VERBS = {
    "created": pgettext_lazy("history", "added"),
    "changed": pgettext_lazy("history", "changed"),
    "reworded": pgettext_lazy("history", "reworded"),
    "set_aside": pgettext_lazy("history", "set aside"),
    "restored": pgettext_lazy("history", "brought back"),
    "shared": pgettext_lazy("history", "opened or closed"),
    "invited": pgettext_lazy("history", "made an invitation to"),
    "joined": pgettext_lazy("history", "joined"),
    "left": pgettext_lazy("history", "left"),
    "paused": pgettext_lazy("history", "paused"),
    "left_for_now": pgettext_lazy("history", "stopped taking part with"),
    "resumed": pgettext_lazy("history", "took up again"),
    "resume_taken_back": pgettext_lazy("history", "went back to the pause of"),
    "hub_told": pgettext_lazy("history", "let the hub hear of a long quiet time of"),
    "hub_not_told": pgettext_lazy("history", "kept a long quiet time from the hub for"),
    "date_moved": pgettext_lazy("history", "moved the date of"),
    "handed_on": pgettext_lazy("history", "handed on"),
    "parked": pgettext_lazy("history", "parked"),
    "went_on": pgettext_lazy("history", "went on without a step in"),
    "linked": pgettext_lazy("history", "linked"),
    "moved": pgettext_lazy("history", "moved"),
    "reordered": pgettext_lazy("history", "put in another order"),
    "abandoned": pgettext_lazy("history", "abandoned"),
    "taken_up": pgettext_lazy("history", "took up again"),
    "tested": pgettext_lazy("history", "counted the tests of"),
    "target_set": pgettext_lazy("history", "set the target of"),
    "chart_set": pgettext_lazy("history", "chose the chart of"),
    "baseline_set": pgettext_lazy("history", "set the baseline of"),
    "hiding_set": pgettext_lazy("history", "chose which small groups stay hidden in"),
    "counted": pgettext_lazy("history", "counted"),
    "count_taken_back": pgettext_lazy("history", "took a count back from"),
    "file_read": pgettext_lazy("history", "looked at numbers for"),
    "numbers_put_in": pgettext_lazy("history", "put numbers into"),
    "numbers_taken_back": pgettext_lazy("history", "took numbers back from"),
    "locked": pgettext_lazy("history", "started Do and locked the prediction of"),
    "amended": pgettext_lazy("history", "dated a change to the prediction of"),
    "began_study": pgettext_lazy("history", "began Study of"),
    "corrected_learning": pgettext_lazy("history", "corrected the learning of"),
    "finished": pgettext_lazy("history", "finished"),
    "account_made": pgettext_lazy("history", "made an account for"),
    "card_renewed": pgettext_lazy("history", "renewed the sign-in card of"),
    "sign_in_added": pgettext_lazy("history", "added"),
    "sign_in_renewed": pgettext_lazy("history", "renewed the keys of"),
    "sign_in_removed": pgettext_lazy("history", "took away"),
    "domain_named": pgettext_lazy("history", "named a domain for"),
    "domain_confirmed": pgettext_lazy("history", "confirmed a domain of"),
    "domain_dropped": pgettext_lazy("history", "dropped a domain of"),
    "invitation_taken_back": pgettext_lazy("history", "took back an invitation to"),
    "roster_put_in": pgettext_lazy("history", "put in a roster for"),
    "roster_taken_back": pgettext_lazy("history", "took back a roster of"),
    "roster_students_on": pgettext_lazy("history", "turned on student records for"),
    "roster_students_off": pgettext_lazy("history", "turned off student records for"),
    "term_renamed": pgettext_lazy("history", "gave a key term another word in"),
    "method_chosen": pgettext_lazy("history", "chose the method of"),
    "renamed": pgettext_lazy("history", "renamed"),
    "office_given": pgettext_lazy("history", "gave a role to"),
    "office_ended": pgettext_lazy("history", "ended the role of"),
    "coach_named": pgettext_lazy("history", "named as coach"),
    "coach_ended": pgettext_lazy("history", "ended the coaching of"),
    "hub_given": pgettext_lazy("history", "gave a place in the hub to"),
    "hub_ended": pgettext_lazy("history", "ended the place in the hub of"),
    "closed_to": pgettext_lazy("history", "kept a third party out of"),
    "opened_to": pgettext_lazy("history", "opened to a third party again"),
    "network_joined": pgettext_lazy("history", "joined a network with"),
    "network_left": pgettext_lazy("history", "left a network with"),
    "place_changed": pgettext_lazy("history", "changed the place of"),
}
OTHER_VERB = pgettext_lazy("history", "changed")

KINDS = {  # where the model has no words of its own
    "people.user": pgettext_lazy("history", "person"),
    "people.orgrole": pgettext_lazy("history", "role"),
    "people.networkrole": pgettext_lazy("history", "place in a network"),
    "people.coachassignment": pgettext_lazy("history", "coaching"),
    "people.invitation": pgettext_lazy("history", "invitation"),
    "signin.provider": pgettext_lazy("history", "way to sign in"),
}


def kind_words(label: str) -> str:
    """What a kind of thing is called, such as "theory.part"; what is no longer there keeps its label."""
    try:
        own = apps.get_model(label)._meta.verbose_name
    except LookupError:
        return label
    return str(KINDS.get(label, own) if isinstance(own, str) else own)


def verb_words(verb: str) -> str:
    return str(VERBS.get(verb, OTHER_VERB))
