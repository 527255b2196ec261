"""Speed of Aimwell as ratios against floors and rivals measured in the same run; see docs/reference/benchmarks.md."""
