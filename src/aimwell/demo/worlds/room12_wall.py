"""The chart paper of Room 12's first meeting on causes: two sheets in marker. Everything here is invented."""

from __future__ import annotations

from datetime import date

TAKEN_ON = date(2026, 9, 16)
SHOWS = "Two sheets of chart paper with a fishbone in marker, six bones, lines in two hands"
SHEETS = (
    ("Time", ("We talk before we think", "The bell cuts us off")),
    ("Tasks", ("One right answer, one voice", "Nobody has to explain to anybody")),
)
ALSO = "Partners sit back to back on test days"
