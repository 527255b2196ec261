"""A team with an effort, and files with old forms."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from aimwell.domain.words.oldforms import say
from contexts.cycles.conftest import inquiry  # noqa: F401

ROWS = (
    "Start date,End date,Change idea,Prediction,What happened,What did we learn,Decision,Budget\n"
    "2025-09-08,2025-09-12,Exit slips,All hand one in,Half did,Ask earlier,Adapt,none\n"
    "2025-09-15,,Exit slips at noon,,They did,It is the hour,Adopt,\n"
)


@pytest.fixture
def sent() -> Callable[..., SimpleUploadedFile]:
    """`sent("old.txt", "Plan: ...")`: a file as a browser sends it."""

    def make(name: str, content: str | bytes) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)

    return make


@pytest.fixture
def example(sent: Any) -> Any:
    return sent("fall.txt", say("example", "en"))


@pytest.fixture
def table(sent: Any) -> Any:
    return sent("cycles.csv", ROWS)


@pytest.fixture
def word(sent: Any) -> Any:
    document = Document()
    document.add_heading("PDSA form", 0)
    grid = document.add_table(4, 2)
    for row, (name, text) in zip(
        grid.rows,
        [
            ("Fecha", "2025-10-06"),
            ("Idea de cambio", "Tarjetas de inicio"),
            ("¿Qué aprendimos?", "Ayudan a empezar"),
            ("Presupuesto", "ninguno"),
        ],
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = name, text
    out = io.BytesIO()
    document.save(out)
    return sent("octubre.docx", out.getvalue())
