"""Name key terms, choose method and path, for an organisation and all below it or for a team that has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.orgs.models import LocalWord, Method, MethodChoice, Org, PathChoice, Team
from aimwell.contexts.orgs.queries import below
from aimwell.contexts.orgs.wording import held_by, held_in, renew
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.services import require_member
from aimwell.core import standing
from aimwell.core.history.services import hold, record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.pdsa import offered, rounds, stages
from aimwell.domain.theory import focus
from aimwell.domain.theory.path import KEYS, Kind, Wish, arranged, path_of, printed
from aimwell.domain.words.renaming import check_unnamed, local_words, term_of

Place = Org | Team
__all__ = [
    "arrange_path",
    "choose_aims",
    "choose_decisions",
    "choose_method",
    "choose_path",
    "choose_rounds",
    "cycle_again",
    "let_cycle_go",
    "let_path_go",
    "map_stages",
    "name_term",
    "name_term_again",
    "path_again",
    "unname_term",
]
CYCLE = {
    stages.KEY: "stages_chosen", offered.KEY: "decisions_chosen", rounds.KEY: "rounds_chosen", focus.KEY: "aims_chosen",
}  # fmt: skip
"""What else the words of a place hold: its own stages of a cycle, the decisions it offers, how long most rounds are,
how many aims a team works on at one time; with the verbs."""


@transaction.atomic
def name_term(*, by: User, place: Place, key: str, words: Mapping[str, Mapping[str, str]]) -> None:
    """Give the term `key` another word here. The same word again changes nothing.

    `words` as in `domain.words.renaming.local_words`, which also says what is refused. Raises NotAllowed,
    Refused("words_of_org").
    """
    _require(by, place)
    held = held_in(place.path) if isinstance(place, Org) else held_by(place)
    forms = local_words(key, words, held.words)
    now = _open(place, key)
    if now is None or now.forms != forms:
        _put(by, place, key, forms)


@transaction.atomic
def unname_term(*, by: User, place: Place, key: str) -> None:
    """Let the word from above hold again, or the usual one. Raises NotAllowed, NotFound, Refused."""
    _require(by, place)
    now = _open(place, key)
    check_unnamed(key, now is not None)
    if now is not None:
        _put(by, place, key, None)


@transaction.atomic
def name_term_again(*, by: User, place: Place, key: str) -> None:
    """Take the last change back: what stood before it stands again, which may be no word of this place.

    Raises NotAllowed, NotFound, Refused("no_earlier_word").
    """
    _require(by, place)
    term_of(key)
    before = _before(place, key)
    _put(by, place, key, before.forms if before is not None else None)


@transaction.atomic
def choose_method(*, by: User, place: Place, method: str) -> None:
    """Structured or light, from now on. Nothing that was written changes (S4 R-60).

    Raises NotAllowed, Refused("words_of_org").
    """
    _require(by, place)
    chosen = MethodChoice.objects.filter(**_at(place))
    now = chosen.filter(ended=None).first()
    if now is not None and now.method == method:
        return
    at = timezone.now()
    chosen.filter(ended=None).update(ended=at)
    MethodChoice.objects.create(**_at(place), method=Method(method), started=at)
    renew(_teams(place))
    standing.forget()
    before = {"method": now.method} if now is not None else {}
    record(by=by, verb="method_chosen", target=place, before=before, after={"method": method}, **_scope(place))


@transaction.atomic
def choose_path(*, by: User, place: Place, kind: str, seen: int | None = None) -> None:
    """The short path or the nine steps, as they are printed (S1 R-9). Nothing that was written changes.

    `seen`: the choice that the page showed, 0 for none. Raises NotAllowed, Refused: "words_of_org",
    "unknown_choice", "path_changed_since".
    """
    _require(by, place)
    if kind not in KEYS:
        raise Refused("unknown_choice", value=kind)
    _put_path(by, place, printed(Kind(kind)).stored(), seen)


@transaction.atomic
def arrange_path(*, by: User, place: Place, kind: str, steps: Iterable[Wish], seen: int | None = None) -> None:
    """These steps, in this order, under these names. A step that is not named is left out.

    Raises as `choose_path` and `domain.theory.path.arranged`.
    """
    _require(by, place)
    _put_path(by, place, arranged(kind, steps).stored(), seen)


@transaction.atomic
def let_path_go(*, by: User, place: Place, seen: int | None = None) -> None:
    """What holds above holds again, or the short path."""
    _require(by, place)
    _put_path(by, place, None, seen)


@transaction.atomic
def path_again(*, by: User, place: Place, seen: int | None = None) -> None:
    """Take the last change back; once more brings it again. Raises NotAllowed, Refused("path_no_earlier")."""
    _require(by, place)
    last = paths_of(place).first()
    if last is None:
        raise Refused("path_no_earlier")
    before = last if last.ended is not None else paths_of(place).filter(ended=last.started).first()
    _put_path(by, place, before.steps if before is not None else None, seen)


@transaction.atomic
def map_stages(
    *,
    by: User,
    place: Place,
    wishes: Iterable[stages.Wish],
    prediction: int | None,
    comparison: int | None,
    title: Mapping[str, str] | None = None,
    seen: int | None = None,
) -> None:
    """The stages of a cycle as they are called here, each beside Plan, Do, Study or Act (S3 R-30). Nothing that was
    written changes.

    `seen`: the choice that the page showed, 0 for none. Raises NotAllowed, Refused: "words_of_org",
    "cycle_changed_since" and what `domain.pdsa.stages.mapped` raises.
    """
    _require(by, place)
    found = stages.mapped(wishes, prediction=prediction, comparison=comparison, title=title)
    _put_cycle(by, place, stages.KEY, found.stored(), seen)


@transaction.atomic
def choose_decisions(*, by: User, place: Place, hidden: Iterable[str], seen: int | None = None) -> None:
    """Keep these decisions out of sight in Act, here and below (S1 R-31). What was decided stays and is shown.

    Raises NotAllowed, Refused: "words_of_org", "cycle_changed_since", "unknown_choice", "decisions_few".
    """
    _require(by, place)
    _put_cycle(by, place, offered.KEY, offered.hide(hidden), seen)


@transaction.atomic
def choose_rounds(*, by: User, place: Place, shortest: int, longest: int, seen: int | None = None) -> None:
    """How many days most rounds take, here and below; outside of it stands a note (S0 R-15).

    Raises NotAllowed, Refused: "words_of_org", "cycle_changed_since", "round_length", "round_backwards".
    """
    _require(by, place)
    _put_cycle(by, place, rounds.KEY, rounds.usual_to_keep(shortest, longest), seen)


@transaction.atomic
def choose_aims(*, by: User, place: Place, most: int, seen: int | None = None) -> None:
    """How many aims a team works on at one time, here and below; with more stands a note (S2 R-19).

    Raises NotAllowed, Refused: "words_of_org", "cycle_changed_since", "aims_most".
    """
    _require(by, place)
    _put_cycle(by, place, focus.KEY, focus.most_to_keep(most), seen)


@transaction.atomic
def let_cycle_go(*, by: User, place: Place, key: str, seen: int | None = None) -> None:
    """What holds above holds again, or the usual. `key`: one of CYCLE. Raises NotFound, NotAllowed."""
    _require(by, place)
    _put_cycle(by, place, key, None, seen)


@transaction.atomic
def cycle_again(*, by: User, place: Place, key: str, seen: int | None = None) -> None:
    """Take the last change back; once more brings it again. Raises as `let_cycle_go`, Refused("no_earlier_word")."""
    _require(by, place)
    before = _before(place, key)
    _put_cycle(by, place, key, before.forms if before is not None else None, seen)


def paths_of(place: Place) -> QuerySet[PathChoice]:
    """All paths that were ever chosen right here, the latest first."""
    return PathChoice.objects.filter(**_at(place))


def words_of(place: Place) -> QuerySet[LocalWord]:
    """All words that were ever chosen right here, the latest first."""
    return LocalWord.objects.filter(**_at(place))


def _require(by: User, place: Place) -> None:
    if isinstance(place, Org):
        require_power(by=by, power=Power.WORDS, org=place)
    else:
        require_member(by=by, team=place)
        if place.org is not None:
            raise Refused("words_of_org", org=place.org.name)
    hold(**_scope(place))


def _before(place: Place, key: str) -> LocalWord | None:
    """What stood before the last change; None for nothing of this place. Raises Refused("no_earlier_word")."""
    last = words_of(place).filter(key=key).first()
    if last is None:
        raise Refused("no_earlier_word")
    return last if last.ended is not None else words_of(place).filter(key=key, ended=last.started).first()


def _put_cycle(by: User, place: Place, key: str, forms: dict[str, Any] | None, seen: int | None) -> None:
    """As `_put`, for what a page showed: the same again changes nothing, and nobody is overwritten."""
    if key not in CYCLE:
        raise NotFound
    now = _open(place, key)
    if seen is not None and seen != (now.pk if now is not None else 0):
        raise Refused("cycle_changed_since")
    if (now.forms if now is not None else None) != forms:
        _put(by, place, key, forms, verb=CYCLE[key])


def _put(by: User, place: Place, key: str, forms: dict[str, Any] | None, *, verb: str = "term_renamed") -> None:
    """End the word that stands here and begin the next, if there is one."""
    now, at = _open(place, key), timezone.now()
    if now is not None:
        now.ended = at
        now.save(update_fields=["ended"])
    made = LocalWord.objects.create(**_at(place), key=key, forms=forms, started=at) if forms is not None else None
    renew(_teams(place))
    standing.forget()
    told: dict[str, Any] = {"before": {key: _said(now)}, "after": {key: _said(made)}}
    record(by=by, verb=verb, target=place, **told, **_scope(place))


def _put_path(by: User, place: Place, steps: dict[str, Any] | None, seen: int | None) -> None:
    """End the choice that stands here and begin the next, if there is one. The same again changes nothing."""
    now, at = paths_of(place).filter(ended=None).first(), timezone.now()
    if seen is not None and seen != (now.pk if now is not None else 0):
        raise Refused("path_changed_since")
    if (now.steps if now is not None else None) == steps:
        return
    if now is not None:
        now.ended = at
        now.save(update_fields=["ended"])
    if steps is not None:
        PathChoice.objects.create(**_at(place), steps=steps, started=at)
    renew(_teams(place))
    told: dict[str, Any] = {"before": _told(now.steps if now is not None else None), "after": _told(steps)}
    record(by=by, verb="path_chosen", target=place, **told, **_scope(place))


def _told(steps: dict[str, Any] | None) -> dict[str, str]:
    return {"steps": " · ".join(stop.name("en") for stop in path_of(steps).stops)} if steps is not None else {}


def _said(word: LocalWord | None) -> str:
    if word is not None and (own := stages.local_cycle({word.key: word.forms})) is not None:
        return " · ".join(stage.name("en") for stage in own.stages)
    if word is not None and word.key == offered.KEY:
        return " · ".join(sorted(offered.hidden_in({word.key: word.forms})))
    if word is not None and word.key == rounds.KEY:
        return "–".join(map(str, word.forms[rounds.INSIDE]))
    if word is not None and word.key == focus.KEY:
        return str(word.forms[focus.INSIDE][0])
    return " · ".join(forms[0] for forms in word.forms.values()) if word is not None else ""


def _open(place: Place, key: str) -> LocalWord | None:
    return words_of(place).filter(key=key, ended=None).first()


def _at(place: Place) -> dict[str, Any]:
    return {"org": place} if isinstance(place, Org) else {"team": place}


def _scope(place: Place) -> dict[str, Any]:
    if isinstance(place, Org):
        return {"scope_id": None, "org_id": place.pk}
    return {"scope_id": place.pk}


def _teams(place: Place) -> QuerySet[Team]:
    if isinstance(place, Org):
        return Team.objects.filter(below(place.path, "org__path"))
    return Team.objects.filter(pk=place.pk)
