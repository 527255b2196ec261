"""How it really goes, step by step, and how often each step goes otherwise."""
