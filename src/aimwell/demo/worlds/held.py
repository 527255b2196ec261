"""What teams hold that they adopted: how often the opener team counts, and who looks after it."""

from __future__ import annotations

from datetime import date

HELD = {"marsh-creek": "All four rooms, openers swapped weekly"}
"""By team: what the adopted cycle tries."""
CHOSEN_ON = date(2027, 2, 1)
PACE, WORDS = "two_weeks", "It has held since December. A tally every other week leaves time for the tasks."
KEEPER = "Col Tran"
