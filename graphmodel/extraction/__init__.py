"""From the text of a document to a draft of its facts: mentions still unresolved.

Rules on structure and grammar; the words they look for are tables in `data/`.
"""
