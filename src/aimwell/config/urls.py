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
    path("", include("aimwell.contexts.reports.urls")),
    path("", include("aimwell.contexts.reports.participation.urls")),
    path("", include("aimwell.contexts.reports.handover.urls")),
    path("", include("aimwell.contexts.reports.sharing.urls")),
    path("", include("aimwell.contexts.theory.urls")),
    path("", include("aimwell.contexts.measures.urls")),
    path("", include("aimwell.contexts.cycles.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("aimwell.demo.urls")))

handler403 = "aimwell.ui.views.not_shared"
handler404 = "aimwell.ui.views.not_found"
handler500 = "aimwell.ui.views.broken"
