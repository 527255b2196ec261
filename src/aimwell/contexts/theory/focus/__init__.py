"""One main aim at a time, and for whom it closes a gap."""
