"""Ways to lead a talk: steps with minutes and roles, and what was said in each."""
