"""The moves of a cycle, and what each needs: draft, Do, Study, done; pausing is normal (S1 R-25..R-31)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.predictions import Prediction, check_prediction


class State(StrEnum):
    DRAFT = "draft"
    DOING = "doing"
    STUDYING = "studying"
    DONE = "done"
    PAUSED = "paused"


class Move(StrEnum):
    START = "start"
    STUDY = "study"
    BACK_TO_DO = "back_to_do"
    FINISH = "finish"
    REOPEN = "reopen"
    PAUSE = "pause"
    RESUME = "resume"


PAUSABLE = (State.DRAFT, State.DOING, State.STUDYING)
# Back to Do, because a late count is no reason to lose it; reopen, because history is reversible.
MOVES: dict[tuple[State, Move], State] = {
    (State.DRAFT, Move.START): State.DOING,
    (State.DOING, Move.STUDY): State.STUDYING,
    (State.STUDYING, Move.BACK_TO_DO): State.DOING,
    (State.STUDYING, Move.FINISH): State.DONE,
    (State.DONE, Move.REOPEN): State.STUDYING,
    **{(state, Move.PAUSE): State.PAUSED for state in PAUSABLE},
}


class Act(StrEnum):
    """Union of the two printed lists (S1 4.3: L1346, L1370)."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    REPEAT = "repeat"
    SCALE = "scale"
    ABANDON = "abandon"


class Onward(StrEnum):
    """What a team takes on once a change is adopted (S2 R-33, L322)."""

    SPREAD = "spread"
    IDEA = "idea"
    AIM = "aim"


class ActObject(StrEnum):
    """What the decision is about: the idea itself, or only the steps to carry it out (L1346-1347)."""

    IDEA = "idea"
    STEPS = "steps"


@dataclass(frozen=True)
class Decision:
    """`change` says what will be different (asked by adapt), `evidence` what shows it can grow (asked by scale)."""

    act: Act
    reason: str = ""
    about: ActObject = ActObject.IDEA
    change: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class CycleFacts:
    """What the rules need to know of a cycle. `has_result` is also true where it was not collected, with a reason."""

    what: str = ""
    prediction: Prediction | None = None
    look_on: date | None = None
    has_result: bool = False
    learning: str = ""
    decision: Decision | None = None


def after(state: State, move: Move, *, paused_from: State | None = None) -> State:
    """The state after the move. Resuming leads back to `paused_from`. Raises Refused("wrong_state")."""
    if (state, move) == (State.PAUSED, Move.RESUME) and paused_from in PAUSABLE:
        return paused_from
    found = MOVES.get((state, move))
    if found is None:
        raise Refused("wrong_state", state=str(state), move=str(move))
    return found


def moves_from(state: State) -> tuple[Move, ...]:
    """The moves that can be offered, in the order of the page."""
    return tuple(move for move in Move if (state, move) in MOVES or (state, move) == (State.PAUSED, Move.RESUME))


def missing_to_start(cycle: CycleFacts) -> tuple[str, ...]:
    """Of the three fields that start a cycle, those still empty: "what", "prediction", "look_on"."""
    empty = {
        "what": not cycle.what.strip(),
        "prediction": cycle.prediction is None,
        "look_on": cycle.look_on is None,
    }
    return tuple(name for name, is_empty in empty.items() if is_empty)


def check_start(cycle: CycleFacts) -> None:
    """Raises NotReady with the missing fields, or Refused("bad_prediction")."""
    missing = missing_to_start(cycle)
    if missing:
        raise NotReady(missing=missing)
    if cycle.prediction is not None:
        check_prediction(cycle.prediction)


def missing_to_finish(cycle: CycleFacts) -> tuple[str, ...]:
    """What Study and Act still need: "result", "learning", "decision", "reason", "change", "evidence"."""
    missing = [] if cycle.has_result else ["result"]
    if not cycle.learning.strip():
        missing.append("learning")
    if cycle.decision is None:
        return (*missing, "decision")
    return (*missing, *missing_in_decision(cycle.decision))


def missing_in_decision(decision: Decision) -> tuple[str, ...]:
    """Every decision asks why; adapt also what will be different, scale also for evidence (S1 R-31)."""
    asked = ["reason"]
    asked += ["change"] if decision.act is Act.ADAPT else []
    asked += ["evidence"] if decision.act is Act.SCALE else []
    return tuple(name for name in asked if not getattr(decision, name).strip())


def check_finish(cycle: CycleFacts) -> None:
    """Raises NotReady with what is missing."""
    missing = missing_to_finish(cycle)
    if missing:
        raise NotReady(missing=missing)
