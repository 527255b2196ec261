"""A talk about data in stages: notice, wonder, explain, test, next step."""
