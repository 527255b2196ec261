"""Photos of chart paper beside the theory that was made on it, with what is written there."""
