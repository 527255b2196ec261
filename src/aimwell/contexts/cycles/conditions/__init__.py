"""Under which conditions an idea was tested and where it held; looking again at what was adopted."""
