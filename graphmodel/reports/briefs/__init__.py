"""The two-page summary that an office hands to its leader, in several formats."""
