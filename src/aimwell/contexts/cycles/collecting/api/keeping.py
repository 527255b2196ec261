"""Out of sight, and back."""

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.api import shapes
from aimwell.contexts.cycles.collecting.api.base import router
from aimwell.contexts.cycles.collecting.models import CountPlan, Photo, RoomTry, SharedReading
from aimwell.contexts.theory.api.base import keeping

keeping(
    router, "count_plan", "count-plans", CountPlan, shapes.CountPlanOut, services=services,
    aside_words="Take one row off the plan of counts; it can come back.", restore_words="Put the row back.",
)  # fmt: skip
keeping(
    router, "room_try", "room-tries", RoomTry, shapes.RoomTryOut, services=services,
    aside_words="Out of sight; it can come back.",
)  # fmt: skip
keeping(
    router, "shared_reading", "shared-reads", SharedReading, shapes.SharedReadingOut, services=services,
    aside_words="Out of sight with its codes; it can come back.",
)  # fmt: skip
keeping(
    router, "photo", "photos", Photo, shapes.PhotoOut, services=services,
    aside_words="Out of sight; it can come back.",
)  # fmt: skip
