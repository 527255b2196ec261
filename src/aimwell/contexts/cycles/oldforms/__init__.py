"""Old forms taken in as cycles, told as imported."""
