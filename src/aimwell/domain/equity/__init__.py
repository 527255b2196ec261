"""Gaps between groups, and what must stay hidden about small ones."""
