"""Each tool on paper, blank or filled."""
