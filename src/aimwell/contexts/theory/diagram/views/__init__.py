"""Pages of the theory over time and of its files."""

from aimwell.contexts.theory.diagram.views.files import bring, file_csv, file_txt, take_back
from aimwell.contexts.theory.diagram.views.then import keep, put_away, then

__all__ = ["bring", "file_csv", "file_txt", "keep", "put_away", "take_back", "then"]
