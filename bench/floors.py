"""The bare pages that ours are measured against: same middleware and session, one paragraph, no query of their own."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

BARE, PLAIN = "/bench/bare/", "/bench/plain/"


@login_required
def bare(request: HttpRequest) -> HttpResponse:
    return render(request, "bench/bare.html")


@login_required
def plain(request: HttpRequest) -> HttpResponse:
    return render(request, "bench/plain.html")


urlpatterns = [
    path(BARE.removeprefix("/"), bare),
    path(PLAIN.removeprefix("/"), plain),
    path("", include("aimwell.config.urls")),
]
handler404 = "aimwell.config.urls.handler404"
