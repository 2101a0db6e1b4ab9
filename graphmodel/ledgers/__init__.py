"""Ledgers: what plans ask of whom, as tables that offices fill in, and as calendars."""
