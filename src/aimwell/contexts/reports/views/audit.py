"""What an organization may check: places, sharing, sign-in, rosters and structure below it."""

import csv
from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.contexts.reports import queries
from aimwell.contexts.reports.queries import Filters
from aimwell.contexts.reports.views.base import number
from aimwell.core.history.models import EventQuerySet

EVENTS_A_PAGE = 50
AT_ONCE = 500


@login_required
@require_safe
def audit(request: HttpRequest, org_id: int) -> HttpResponse:
    org, filters = queries.audited_org(request.user, org_id), Filters.of(request.GET.dict())
    stretch = queries.stretch_of(
        queries.audit_events(org, filters), number(request.GET.get("after", "")), EVENTS_A_PAGE
    )
    context = {
        "org": org,
        "lines": queries.audit_lines(stretch.events),
        "stretch": stretch,
        "filters": filters,
        "people": queries.people_below(org),
        "subjects": queries.SUBJECT_WORDS.items(),
        "places": queries.places_below(org),
    }
    return render(request, "reports/audit.html", context)


@login_required
@require_safe
def audit_csv(request: HttpRequest, org_id: int) -> StreamingHttpResponse:
    """The same lines under the same filters, all of them."""
    org = queries.audited_org(request.user, org_id)
    return csv_answer(queries.audit_events(org, Filters.of(request.GET.dict())), org.pk)


def csv_answer(events: EventQuerySet, org_id: int) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(_rows(events), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="audit-{org_id}.csv"'
    return answer


class _Line:
    """A file that hands each line back."""

    def write(self, text: str) -> str:
        return text


def _rows(events: EventQuerySet) -> Iterator[str]:
    """One row an event, newest first; a cell never starts a formula."""
    writer = csv.writer(_Line())
    head = [_("When"), _("Who"), _("About"), _("Did what"), _("Kind"), _("What"), _("Where"), _("Before and after")]
    yield writer.writerow(head)
    older: int | None = None
    while True:
        stretch = queries.stretch_of(events, older, AT_ONCE)
        for line in queries.audit_lines(stretch.events):
            yield writer.writerow(_cells(line))
        if (older := stretch.older) is None:
            return


def _cells(line: queries.AuditLine) -> list[str]:
    facts = "; ".join(f"{fact.label}: {fact.before} > {fact.after}" for fact in line.facts)
    about = str(queries.SUBJECT_WORDS[line.subject])
    cells = [line.who, about, line.verb, line.kind, line.what, line.where, facts]
    return [localtime(line.at).isoformat(timespec="seconds"), *map(_plain, cells)]


def _plain(text: str) -> str:
    """Text that a spreadsheet reads as text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
