"""What changed between two states of a plan: a draft and what was issued, or two years."""
