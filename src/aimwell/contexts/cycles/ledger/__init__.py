"""What predictions came to: a private calibration for each person, surprises for the team, and the craft of a cycle."""
