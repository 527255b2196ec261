"""Rounds of about ninety days, and the cycles of a team over its school year."""
