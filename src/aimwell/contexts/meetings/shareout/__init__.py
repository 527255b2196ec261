"""A cycle told to others in a quarter of an hour, with what is unfinished, and the questions they ask."""
