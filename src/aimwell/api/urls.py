"""The REST API: the same services and queries as the pages, under the same permissions."""

from django.urls import path, re_path

from aimwell.api.assembly import api
from aimwell.api.errors import missing
from aimwell.api.pages import docs

urlpatterns = [path("docs", docs, name="api_docs"), path("", api.urls), re_path("", missing)]
