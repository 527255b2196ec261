"""Several teams and one aim: goals, shared drivers, who works on which."""
