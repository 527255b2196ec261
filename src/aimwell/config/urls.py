from django.conf import settings
from django.urls import include, path

from aimwell.contexts.people.views import welcome
from aimwell.demo.queries import demos

urlpatterns = [
    path("", welcome, {"demos": demos if settings.DEMO else None}, name="welcome"),
    path("api/v1/", include("aimwell.api.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/", include("aimwell.contexts.people.signin.doors")),
    path("", include("aimwell.contexts.people.signin.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("aimwell.core.jobs.urls")),
    path("", include("aimwell.ui.urls")),
    path("", include("aimwell.contexts.people.urls")),
    path("", include("aimwell.contexts.people.rosters.urls")),
    path("", include("aimwell.contexts.people.wording.urls")),
    path("", include("aimwell.contexts.people.equity.urls")),
    path("", include("aimwell.contexts.reports.urls")),
    path("", include("aimwell.contexts.reports.participation.urls")),
    path("", include("aimwell.contexts.reports.handover.urls")),
    path("", include("aimwell.contexts.reports.threads.urls")),
    path("", include("aimwell.contexts.reports.digest.urls")),
    path("", include("aimwell.contexts.reports.sharing.urls")),
    path("", include("aimwell.contexts.theory.urls")),
    path("", include("aimwell.contexts.theory.noticing.urls")),
    path("", include("aimwell.contexts.theory.voices.urls")),
    path("", include("aimwell.contexts.theory.predicting.urls")),
    path("", include("aimwell.contexts.theory.processes.urls")),
    path("", include("aimwell.contexts.theory.practices.urls")),
    path("", include("aimwell.contexts.theory.choosing.urls")),
    path("", include("aimwell.contexts.theory.diagram.urls")),
    path("", include("aimwell.contexts.theory.coherence.urls")),
    path("", include("aimwell.contexts.theory.paper.urls")),
    path("", include("aimwell.contexts.theory.wall.urls")),
    path("", include("aimwell.contexts.theory.layers.urls")),
    path("", include("aimwell.contexts.theory.focus.urls")),
    path("", include("aimwell.contexts.measures.urls")),
    path("", include("aimwell.contexts.cycles.urls")),
    path("", include("aimwell.contexts.cycles.collecting.urls")),
    path("", include("aimwell.contexts.cycles.ledger.urls")),
    path("", include("aimwell.contexts.cycles.conditions.urls")),
    path("", include("aimwell.contexts.cycles.rubric.urls")),
    path("", include("aimwell.contexts.cycles.quick.urls")),
    path("", include("aimwell.contexts.cycles.oldforms.urls")),
    path("", include("aimwell.contexts.cycles.rounds.urls")),
    path("", include("aimwell.contexts.cycles.support.urls")),
    path("", include("aimwell.contexts.meetings.urls")),
    path("", include("aimwell.contexts.meetings.huddle.urls")),
    path("", include("aimwell.contexts.meetings.launch.urls")),
    path("", include("aimwell.contexts.meetings.conversation.urls")),
    path("", include("aimwell.contexts.meetings.windows.urls")),
    path("", include("aimwell.contexts.meetings.protocols.urls")),
    path("", include("aimwell.contexts.meetings.shareout.urls")),
    path("", include("aimwell.contexts.meetings.barriers.urls")),
    path("", include("aimwell.contexts.networks.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("aimwell.demo.urls")))

handler403 = "aimwell.ui.views.not_shared"
handler404 = "aimwell.ui.views.not_found"
handler500 = "aimwell.ui.views.broken"
