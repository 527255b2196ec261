"""What is new, by e-mail, when its reader wants it."""
