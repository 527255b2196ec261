"""Every thread from the problem to what was learned, and which work shows which principle."""
