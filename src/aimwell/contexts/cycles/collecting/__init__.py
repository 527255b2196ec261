"""Planned counts against received ones, what was really done in each room, shared reading of student work, photos."""
