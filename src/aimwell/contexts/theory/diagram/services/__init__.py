"""Keep a version of the theory; take a file in, and take it back."""

from aimwell.contexts.theory.diagram.services.files import take_back_file, take_file_in
from aimwell.contexts.theory.diagram.services.versions import keep_version

__all__ = ["keep_version", "take_back_file", "take_file_in"]
