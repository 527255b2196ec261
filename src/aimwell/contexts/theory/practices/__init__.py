"""What is done already, and what others have found out."""
