"""The lock on a prediction: closed when Do starts; changes after that are dated and stand beside it (S1 R-27)."""

from dataclasses import dataclass, replace
from datetime import datetime

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.predictions import Prediction, check_prediction


@dataclass(frozen=True)
class Amendment:
    prediction: Prediction
    at: datetime
    reason: str


@dataclass(frozen=True)
class LockedPrediction:
    """The original never changes: evidence counts against it, and Study shows the amendments beside it."""

    original: Prediction
    locked_at: datetime
    amendments: tuple[Amendment, ...] = ()

    @property
    def latest(self) -> Prediction:
        return self.amendments[-1].prediction if self.amendments else self.original

    def amended(self, prediction: Prediction, *, at: datetime, reason: str) -> "LockedPrediction":
        """With one more amendment. Raises Refused: "reason_needed", "bad_prediction"."""
        if not reason.strip():
            raise Refused("reason_needed")
        check_prediction(prediction)
        return replace(self, amendments=(*self.amendments, Amendment(prediction, at, reason.strip())))


def check_unlocked(state: State, locked_at: datetime | None = None) -> None:
    """Raises Refused("prediction_locked") once Do has started, also while paused."""
    if locked_at is not None or state in (State.DOING, State.STUDYING, State.DONE):
        raise Refused("prediction_locked")
