"""Stepping out and coming back; who may hear of a long quiet stretch."""

from aimwell.contexts.reports.participation.services.consent import agree_to_hub
from aimwell.contexts.reports.participation.services.returning import move_dates, resume, take_back_return
from aimwell.contexts.reports.participation.services.stepping_out import step_out

__all__ = ["agree_to_hub", "move_dates", "resume", "step_out", "take_back_return"]
