"""What the operations of this tool share."""

from __future__ import annotations

from ninja import Field, Router

router = Router(tags=["theory"])
KEEP_NAMES = Field(False, description="Keep the text although it may name somebody. Without it such a text is refused.")
