"""When a team meets, what it talks about, and what it decides."""
