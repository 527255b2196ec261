from django.urls import path

from aimwell.contexts.meetings.protocols import views

app_name = "protocols"
urlpatterns = [
    path("t/<int:team_id>/protocols/", views.library, name="library"),
    path("t/<int:team_id>/protocols/<slug:key>/", views.protocol, name="protocol"),
    path("t/<int:team_id>/protocols/<slug:key>/lead/", views.lead, name="lead"),
    path("t/<int:team_id>/protocols/<slug:key>/copy/", views.copy, name="copy"),
    path("protocols/<int:pk>/", views.own, name="own"),
    path("protocols/<int:pk>/lead/", views.lead_own, name="lead_own"),
    path("protocols/<int:pk>/change/", views.change, name="change"),
    path("protocols/<int:pk>/steps/", views.add_step, name="add_step"),
    path("protocol-steps/<int:pk>/", views.step, name="step"),
    path("protocol-steps/<int:pk>/move/", views.move_step, name="move_step"),
    path("protocol-runs/<int:pk>/", views.run, name="run"),
    path("protocol-runs/<int:pk>/now/", views.now, name="now"),
    path("protocol-runs/<int:pk>/change/", views.change_run, name="change_run"),
    path("protocol-runs/<int:pk>/again/", views.again, name="again"),
    path("protocol-runs/<int:pk>/reopen/", views.reopen, name="reopen"),
    path("protocol-runs/<int:pk>/decide/", views.decide, name="decide"),
    path("protocol-run-steps/<int:pk>/write/", views.write, name="write"),
    path("protocol-parts/<slug:kind>/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("protocol-parts/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("protocol-parts/<slug:kind>/<int:pk>/restore/", views.restore, name="restore"),
]
