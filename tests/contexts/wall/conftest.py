"""An inquiry of Ana's team with two bones, and a photo of its chart paper as a phone makes it."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from aimwell.contexts.theory.services import add_bone, start_inquiry
from aimwell.contexts.theory.wall import services

WORDS = "Time:\n- We talk before we think\n- The bell cuts us off\nTasks\nOne right answer"


@pytest.fixture
def inquiry(ana: Any, team: Any) -> Any:
    return start_inquiry(by=ana, team=team, problem="Few say why", for_whom="72 fifth graders", how_known="Counted")


@pytest.fixture
def bones(ana: Any, inquiry: Any) -> Any:
    return [add_bone(by=ana, inquiry=inquiry, name=name) for name in ("Time", "Tasks")]


@pytest.fixture
def sheet() -> Callable[..., SimpleUploadedFile]:
    """A picture with a place and a camera in it."""

    def make(kind: str = "JPEG", *, raw: bytes | None = None) -> SimpleUploadedFile:
        if raw is not None:
            return SimpleUploadedFile("paper.jpg", raw)
        image, exif, out = Image.new("RGB", (400, 300), "navy"), Image.Exif(), io.BytesIO()
        exif[0x010F] = "SecretPhone"
        exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 22.0, 7.0), 3: "E", 4: (8.0, 32.0, 1.0)})
        image.save(out, kind, exif=exif)
        return SimpleUploadedFile("paper.jpg", out.getvalue())

    return make


@pytest.fixture
def photo(ana: Any, inquiry: Any, bones: Any, sheet: Any) -> Any:
    return services.add_photo(
        by=ana, inquiry=inquiry, upload=sheet(), alt="Our fishbone in marker", place="fishbone", transcription=WORDS,
        checked=True,
    )  # fmt: skip
