"""OFD, the official layout format (GB/T 33190-2016): a zip of XML that says where text stands."""

from __future__ import annotations

from graphmodel.reading.ofd.reader import read_ofd

__all__ = ["read_ofd"]
