"""The plan checker: one rule, one function, one code, one page in `docs/rules/`."""
