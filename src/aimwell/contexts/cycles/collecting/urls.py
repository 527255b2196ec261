from django.urls import path

from aimwell.contexts.cycles.collecting import views

app_name = "collecting"
urlpatterns = [
    path("cycles/<int:pk>/counts/", views.plan, name="plan"),
    path("cycles/<int:pk>/counts/came/", views.came, name="came"),
    path("count-plans/<int:pk>/", views.change, name="change"),
    path("cycles/<int:pk>/rooms/", views.tries, name="tries"),
    path("room-tries/<int:pk>/", views.try_change, name="try_change"),
    path("cycles/<int:pk>/readings/", views.readings, name="readings"),
    path("shared-reads/<int:pk>/", views.reading, name="reading"),
    path("shared-reads/<int:pk>/change/", views.reading_change, name="reading_change"),
    path("shared-reads/<int:pk>/start/", views.start_own, name="start_own"),
    path("shared-reads/<int:pk>/codes/", views.codes, name="codes"),
    path("shared-reads/<int:pk>/done/", views.done, name="done"),
    path("shared-reads/<int:pk>/open/", views.open_early, name="open_early"),
    path("shared-reads/<int:pk>/settle/", views.settle, name="settle"),
    path("shared-reads/<int:pk>/count/", views.count, name="count"),
    path("cycles/<int:pk>/photos/", views.photos, name="photos"),
    path("photos/<int:pk>/", views.photo_file, name="photo_file"),
    path("photos/<int:pk>/change/", views.photo_change, name="photo_change"),
    path("collecting/<str:kind>/<int:pk>/set-aside/", views.aside, name="aside"),
    path("collecting/<str:kind>/<int:pk>/restore/", views.restore, name="restore"),
]
