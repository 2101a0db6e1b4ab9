"""The fewest changes of lead after which nobody carries too much."""
