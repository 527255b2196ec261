"""Scores the engine against a folder of reference results: `python -m aimwell.conformance FOLDER`."""
