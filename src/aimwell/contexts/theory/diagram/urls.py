from django.urls import path

from aimwell.contexts.theory.diagram import views

app_name = "diagram"
urlpatterns = [
    path("i/<int:inquiry_id>/drivers/then/", views.then, name="then"),
    path("i/<int:inquiry_id>/drivers/keep/", views.keep, name="keep"),
    path("kept-versions/<int:pk>/put-away/", views.put_away, name="put_away"),
    path("i/<int:inquiry_id>/drivers.csv", views.file_csv, name="file_csv"),
    path("i/<int:inquiry_id>/drivers.txt", views.file_txt, name="file_txt"),
    path("i/<int:inquiry_id>/drivers/file/", views.bring, name="bring"),
    path("theory-files/<int:pk>/back/", views.take_back, name="take_back"),
]
