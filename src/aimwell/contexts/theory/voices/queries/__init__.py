"""What a reader may know of voices and boards."""
