"""From a felt problem to a theory: problem, evidence, causes, aim, drivers, change ideas."""

from aimwell.contexts.theory.models.aims import Aim, AimEdition, EquityFrame, TeamSays
from aimwell.contexts.theory.models.causes import (
    Bone,
    CameHow,
    Cause,
    CauseKind,
    CauseSource,
    CauseStatus,
    Control,
    Effect,
    Level,
    Locus,
    Resources,
)
from aimwell.contexts.theory.models.evidence import Evidence, EvidenceKind, Perspective, RoleGroup
from aimwell.contexts.theory.models.indicators import Indicator, Moves
from aimwell.contexts.theory.models.inquiries import Inquiry, Outcome, Scale, Subject, Verification
from aimwell.contexts.theory.models.parts import Link, Part, PartKind
from aimwell.contexts.theory.models.sifting import (
    CauseFilter,
    Entry,
    EntryRule,
    Escalation,
    LevelStage,
    MarkEffect,
    Round,
    SentState,
    Sift,
    SiftMark,
)

__all__ = [
    "Aim",
    "AimEdition",
    "Bone",
    "CameHow",
    "Cause",
    "CauseFilter",
    "CauseKind",
    "CauseSource",
    "CauseStatus",
    "Control",
    "Effect",
    "Entry",
    "EntryRule",
    "EquityFrame",
    "Escalation",
    "Evidence",
    "EvidenceKind",
    "Indicator",
    "Inquiry",
    "Level",
    "LevelStage",
    "Link",
    "Locus",
    "MarkEffect",
    "Moves",
    "Outcome",
    "Part",
    "PartKind",
    "Perspective",
    "Resources",
    "RoleGroup",
    "Round",
    "Scale",
    "SentState",
    "Sift",
    "SiftMark",
    "Subject",
    "TeamSays",
    "Verification",
]
