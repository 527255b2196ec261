"""The driver diagram over time: kept versions, what changed, in and out as a file."""
