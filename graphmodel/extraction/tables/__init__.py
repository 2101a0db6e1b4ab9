"""Tables that assign work: indicators with who answers for them, tasks with who leads.

`found` finds them in a document, `head` says what their columns hold, `rows` and `indicators` read
what they say.
"""
