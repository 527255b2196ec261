from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aimwell.core.jobs.queries import health


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """For load balancers and monitors. Public, so it holds counts and no content."""
    answer = health()
    return JsonResponse(answer, status=200 if answer["ok"] else 503)
