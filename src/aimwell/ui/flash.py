"""One line after an act: what happened, and a way back."""

from django.contrib import messages
from django.http import HttpRequest

LOOK = "look"
UNDO = "undo:"


def flash(request: HttpRequest, text: str, *, undo: str = "", look: bool = False) -> None:
    """Say `text` at the top of the next page. `undo`: address that takes a POST and takes it back.

    `look`: the line asks the reader to look here (orange bar) instead of saying that something is done.
    """
    tags = [LOOK] if look else []
    if undo:
        tags.append(UNDO + undo)
    messages.info(request, text, extra_tags=" ".join(tags))
