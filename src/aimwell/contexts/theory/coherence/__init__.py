"""Does it hang together? Seven questions, the six principles, and every thread from end to end."""
