"""Pages of voices and boards."""
