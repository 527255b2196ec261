"""What equity means here: dated, handed down, shown where decisions are made."""
