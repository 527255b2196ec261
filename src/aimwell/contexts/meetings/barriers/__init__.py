"""What stands in the way and who clears it, and who gets the numbers ready for the next meeting."""
