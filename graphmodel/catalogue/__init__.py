"""The catalogue of queries: the files of `cypher/`, each with a header that says what it asks.

>>> from graphmodel import catalogue
>>> catalogue.names()[:2]
>>> entry = catalogue.entry("load")
>>> entry.text, entry.values({"support": "0.5"})
"""

from __future__ import annotations

from graphmodel.catalogue.entry import Column, Entry, Parameter, Said
from graphmodel.catalogue.files import entry, names

__all__ = ["Column", "Entry", "Parameter", "Said", "entry", "names"]
