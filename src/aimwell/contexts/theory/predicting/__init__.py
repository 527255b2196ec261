"""Why do we think so? Predictions that are written before anybody sees the data."""
