"""Pages on which a team chooses a change idea."""
