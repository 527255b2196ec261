"""Asking for time, cover, a visit or data help, and the answer."""
