from django.urls import path

from aimwell.contexts.theory.voices.views import groupings, interviews, placings

app_name = "voices"
urlpatterns = [
    path("i/<int:inquiry_id>/voices/", interviews.voices, name="voices"),
    path("i/<int:inquiry_id>/four-points/", interviews.points, name="points"),
    path("i/<int:inquiry_id>/interviews/new/", interviews.add_interview, name="interview_add"),
    path("interviews/<int:pk>/", interviews.interview, name="interview"),
    path("interviews/<int:pk>/quotes/", interviews.add_quote, name="quote_add"),
    path("quotes/<int:pk>/", interviews.change_quote, name="quote"),
    path("themes/<int:pk>/", interviews.rename_theme, name="theme"),
    path("themes/<int:pk>/link/", interviews.link_theme, name="theme_link"),
    path("i/<int:inquiry_id>/groupings/", groupings.add_grouping, name="grouping_add"),
    path("groupings/<int:pk>/", groupings.grouping, name="grouping"),
    path("groupings/<int:pk>/answers/", groupings.put_in, name="put_in"),
    path("groupings/<int:pk>/answers/<uuid:batch>/back/", groupings.take_back, name="take_back"),
    path("groupings/<int:pk>/board.csv", groupings.csv_file, name="board_csv"),
    path("groupings/<int:pk>/replay/", groupings.replay, name="replay"),
    path("groupings/<int:pk>/groups/", groupings.add_category, name="category_add"),
    path("groups-of-answers/<int:pk>/", groupings.change_category, name="category"),
    path("groups-of-answers/<int:pk>/link/", interviews.link_category, name="category_link"),
    path("groupings/<int:pk>/start/", placings.start_coding, name="start_coding"),
    path("groupings/<int:pk>/place/", placings.place, name="place"),
    path("groupings/<int:pk>/done/", placings.done, name="done"),
    path("groupings/<int:pk>/open/", placings.open_board, name="open"),
    path("answers/<int:pk>/settle/", placings.settle, name="settle"),
    path("answers/<int:pk>/sample/", placings.sample, name="sample"),
    path("voices/links/<int:pk>/take-off/", placings.unlink, name="unlink"),
    path("voices/<slug:kind>/<int:pk>/aside/", placings.aside, name="aside"),
    path("voices/<slug:kind>/<int:pk>/restore/", placings.restore, name="restore"),
]
