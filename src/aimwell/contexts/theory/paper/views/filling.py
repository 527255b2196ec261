"""Whose data a sheet is filled with."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import cached_property

from aimwell.contexts.people.models import User
from aimwell.contexts.theory.choosing.queries import Board, board_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView


@dataclass(frozen=True)
class Filling:
    """`filled`: with what `user` may read of the inquiry; otherwise every line stays empty."""

    view: InquiryView
    user: User
    filled: bool

    @property
    def inquiry(self) -> Inquiry | None:
        return self.view.inquiry if self.filled else None

    @cached_property
    def board(self) -> Board:
        return board_of(self.view)


def everyone(view: InquiryView) -> bool:
    return True


def near(view: InquiryView) -> bool:
    """Those who see what stands beside a theory."""
    return view.beside


def team_only(view: InquiryView) -> bool:
    return view.may_edit


def who_knows_people(view: InquiryView) -> bool:
    return board_of(view).sees_people
