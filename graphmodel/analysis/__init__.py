"""Measures of who carries what: pure functions from facts to tables."""
