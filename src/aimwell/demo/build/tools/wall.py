"""A photo of Room 12's chart paper, drawn here. Its lines wait for whoever looks at the demo to make causes of them."""

from __future__ import annotations

from html import escape

from django.core.files.base import ContentFile

from aimwell.adapters.png import svg_to_png
from aimwell.contexts.theory.wall import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_wall as story

FONT = 'font-family="Source Sans 3" fill="#22303c"'


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    words = [line for name, lines in story.SHEETS for line in (f"{name}:", *(f"- {one}" for one in lines))]
    with as_if(bench.calendar.at(story.TAKEN_ON, "16:05")):
        services.add_photo(
            by=bench.lead, inquiry=bench.inquiry, upload=ContentFile(drawn()), alt=story.SHOWS, place="fishbone",
            transcription="\n".join([*words, story.ALSO]), checked=True,
        )  # fmt: skip


def drawn() -> bytes:
    """Two sheets side by side, as a PNG."""
    sheets = "".join(_sheet(name, lines, left=24 + 400 * place) for place, (name, lines) in enumerate(story.SHEETS))
    also = f'<text x="40" y="470" font-size="22" {FONT}>{escape(story.ALSO)}</text>'
    ground = '<rect width="820" height="500" fill="#d9d4c8"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 500">{ground}{sheets}{also}</svg>'
    return svg_to_png(svg, width=820)


def _sheet(name: str, lines: tuple[str, ...], *, left: int) -> str:
    paper = f'<rect x="{left}" y="24" width="372" height="410" fill="#fffdf8" stroke="#8a8578"/>'
    head = f'<text x="{left + 24}" y="80" font-size="34" font-weight="600" {FONT}>{escape(name)}</text>'
    bone = f'<path d="M{left + 24} 100 L{left + 330} 400" stroke="#22303c" stroke-width="4"/>'
    notes = "".join(
        f'<text x="{left + 40}" y="{170 + 70 * number}" font-size="22" {FONT}>{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return paper + head + bone + notes
