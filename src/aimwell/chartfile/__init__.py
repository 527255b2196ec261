"""Charts of a file, without a server: what `aimwell chart` does. Knows adapters and domain, and nothing of Django."""
