from django.urls import path

from aimwell.contexts.measures import views

app_name = "measures"
urlpatterns = [
    path("t/<int:team_id>/data/", views.measure_list, name="list"),
    path("t/<int:team_id>/data/paste/", views.quick_paste, name="quick_paste"),
    path("t/<int:team_id>/measures/new/", views.measure_new, name="new"),
    path("measures/<int:pk>/", views.measure_page, name="measure"),
    path("measures/<int:pk>/edit/", views.measure_edit, name="edit"),
    path("measures/<int:pk>/set-aside/", views.measure_set_aside, name="set_aside"),
    path("measures/<int:pk>/restore/", views.measure_restore, name="restore"),
    path("measures/<int:pk>/count/", views.count, name="count"),
    path("values/<int:pk>/undo/", views.value_undo, name="value_undo"),
    path("measures/<int:pk>/paste/", views.paste, name="paste"),
    path("measures/<int:pk>/upload/", views.upload, name="upload"),
    path("measures/<int:pk>/numbers/", views.numbers, name="numbers"),
    path("measures/<int:pk>/numbers.csv", views.numbers_file, name="numbers_csv"),
    path("measures/<int:pk>/chart/", views.chart_settings, name="chart"),
    path("measures/<int:pk>/chart/back/", views.chart_back, name="chart_back"),
    path("measures/<int:pk>/target/", views.target, name="target"),
    path("measures/<int:pk>/chart.svg", views.chart_svg, name="chart_svg"),
    path("measures/<int:pk>/chart.png", views.chart_png, name="chart_png"),
    path("measures/<int:pk>/chart.pptx", views.chart_pptx, name="chart_pptx"),
    path("measures/<int:pk>/chart.xlsx", views.chart_xlsx, name="chart_xlsx"),
    path("measures/<int:pk>/numbers.json", views.numbers_json, name="numbers_json"),
    path("measures/<int:pk>/marks/", views.mark, name="mark"),
    path("measures/<int:pk>/point/<str:day>/", views.point, name="point"),
    path("measures/<int:pk>/point/<str:day>/no-phase/", views.no_phase, name="no_phase"),
    path("measures/<int:pk>/baseline/", views.baseline, name="baseline"),
    path("marks/<int:pk>/end/", views.mark_end, name="mark_end"),
    path("marks/<int:pk>/restore/", views.mark_restore, name="mark_restore"),
    path("imports/<int:pk>/", views.import_page, name="import"),
    path("imports/<int:pk>/choose/", views.import_choose, name="import_choose"),
    path("imports/<int:pk>/undo/", views.import_undo, name="import_undo"),
    path("imports/<int:pk>/discard/", views.import_discard, name="import_discard"),
    path("imports/<int:pk>/left-out.csv", views.import_left_out, name="import_left_out"),
]
