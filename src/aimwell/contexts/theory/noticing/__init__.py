"""What a team notices all year: the problem log, statements of fact, goals set from outside."""
