from django.urls import path

from aimwell.contexts.theory.wall import views

app_name = "wall"
urlpatterns = [
    path("i/<int:inquiry_id>/wall/", views.wall, name="wall"),
    path("wall/<int:pk>/", views.photo, name="photo"),
    path("wall/<int:pk>/image/", views.image, name="image"),
    path("wall/<int:pk>/move/", views.move, name="move"),
    path("wall/<int:pk>/checked/", views.check, name="check"),
    path("wall/<int:pk>/aside/", views.aside, name="aside"),
    path("wall/<int:pk>/restore/", views.back, name="restore"),
    path("wall/<int:pk>/causes/", views.causes, name="causes"),
    path("wall-batches/<uuid:batch>/back/", views.take_back, name="take_back"),
    path("wall-batches/<uuid:batch>/again/", views.bring_again, name="again"),
]
