"""The short ways in: a quick log, a practice cycle, a cycle without an aim; pausing and going on."""
