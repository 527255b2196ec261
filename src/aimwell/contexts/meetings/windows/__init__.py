"""Weeks with much or little room, testing windows, and days on which school does not run as planned."""
