from django.urls import path

from aimwell.contexts.reports import views

app_name = "reports"
urlpatterns = [
    path("t/<int:team_id>/", views.today, name="today"),
    path("t/<int:team_id>/begin/", views.begin, name="begin"),
    path("t/<int:team_id>/more/", views.more, name="more"),
    path("t/<int:team_id>/where-we-are/", views.sheet, name="sheet"),
    path("t/<int:team_id>/where-we-are.pdf", views.sheet_pdf, name="sheet_pdf"),
    path("t/<int:team_id>/history/", views.history, name="history"),
    path("t/<int:team_id>/history/<int:event_id>/earlier/", views.earlier, name="earlier"),
    path("t/<int:team_id>/history/<int:event_id>/restore/", views.restore, name="restore"),
    path("t/<int:team_id>/history/<int:event_id>/revert/", views.revert, name="revert"),
    path("examples/", views.examples, name="examples"),
    path("history/<str:kind>/<int:pk>/", views.timeline, name="timeline"),
    path("o/<int:org_id>/audit/", views.audit, name="audit"),
    path("o/<int:org_id>/audit.csv", views.audit_csv, name="audit_csv"),
]
