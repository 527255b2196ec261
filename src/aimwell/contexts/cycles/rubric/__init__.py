"""Reading a cycle by the rubric: the team itself first, others by request; and the gate of a series."""
