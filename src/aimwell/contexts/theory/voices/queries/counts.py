"""How often a theme was heard, how many answers a group holds, and the words with which evidence tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Count, Exists, OuterRef

from aimwell.contexts.theory.models import Evidence, Inquiry
from aimwell.contexts.theory.voices.models import (
    Category,
    Consent,
    Ground,
    Grouping,
    Interview,
    Placing,
    Quote,
    Response,
)
from aimwell.domain.equity.presets import offered
from aimwell.domain.theory.grouping import Outcome, Step, outcome, placed
from aimwell.domain.words.tables import LANGS
from aimwell.domain.words.voices import TABLE


def somebody_heard(own: bool) -> Exists:
    """The sign that an interview stands beside a problem."""
    return Exists(Interview.objects.filter(inquiry=OuterRef("pk"), ended_at=None))


def steps_of(placings: Iterable[Placing]) -> Iterator[Step]:
    return (Step(one.response_id, one.category_id) for one in placings)


def times_told(themes: Iterable[int]) -> dict[int, int]:
    """By theme, in how many interviews it came up that may be told. Interviews are counted, not quotes (S4 R-28)."""
    said = Quote.objects.filter(theme__in=themes, ended_at=None, interview__ended_at=None)
    counted = said.exclude(interview__consent=Consent.NOT_ASKED).order_by().values_list("theme")
    return dict(counted.annotate(times=Count("interview", distinct=True)))


def outcomes(groupings: Iterable[int]) -> dict[int, Outcome]:
    """What came of each board that is open; three queries for all, none for none."""
    keys = list(groupings)
    standing = {"ended_at": None, "grouping__in": keys}
    groups = set(Category.objects.filter(**standing).values_list("pk", flat=True))
    answers = Response.objects.filter(**standing).values_list("grouping", "pk", "settled")
    rows = Placing.objects.filter(coding__grouping__in=keys).order_by("coding", "number")
    ways: dict[int, dict[int, list[Step]]] = {}
    for row in rows.values_list("coding__grouping", "coding", "response", "category"):
        ways.setdefault(row[0], {}).setdefault(row[1], []).append(Step(row[2], row[3]))
    found: dict[int, tuple[list[int], dict[int, int]]] = {key: ([], {}) for key in keys}
    for grouping, pk, settled in answers:
        found[grouping][0].append(pk)
        if settled in groups:
            found[grouping][1][pk] = settled
    return {
        key: outcome(here, [standing_of(placed(steps), groups) for steps in ways.get(key, {}).values()], settled)
        for key, (here, settled) in found.items()
    }


def standing_of(where: dict[int, int], groups: set[int]) -> dict[int, int]:
    """Without what lies in groups that were set aside."""
    return {answer: group for answer, group in where.items() if group in groups}


def sources_of(inquiry: Inquiry) -> Iterator[tuple[Evidence, dict[str, str]]]:
    """Evidence that rests on a theme or a group, and what it rests on, in each language."""
    grounds = list(
        Ground.objects.filter(evidence__inquiry=inquiry, evidence__ended_at=None).select_related(
            "evidence__inquiry__owner_team__org", "category__grouping"
        )
    )
    times = times_told({one.theme_id for one in grounds if one.theme_id})
    found = outcomes({one.category.grouping_id for one in grounds if one.category})
    least = offered(inquiry.owner_team.small_groups).minimum
    for one in grounds:
        if one.category is None:
            yield (
                one.evidence,
                {lang: TABLE.say("interviews", lang, n=times.get(one.theme_id or 0, 0)) for lang in LANGS},
            )
        else:
            result = found[one.category.grouping_id]
            yield one.evidence, _answers(one.category.grouping, result.count(one.category.pk), len(result.final), least)


def _answers(grouping: Grouping, count: int, total: int, least: int) -> dict[str, str]:
    """Evidence is read by others too: a small number is not told there (S3 R-57)."""
    key = "responses.few" if 0 < count < least else "responses"
    facts = {"count": count, "minimum": least, "n": total, "question": grouping.question}
    return {lang: TABLE.say(key, lang, **facts)[:200] for lang in LANGS}
