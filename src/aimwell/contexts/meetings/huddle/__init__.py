"""A meeting while it runs: one screen, a clock, silence first, decisions, notes that become parts of a cycle."""
