"""Reading: files in, documents out.

One module reads each format (`text`, `html`); `reader` chooses by content. The rest of the
project sees `Document` only.
"""

from __future__ import annotations

from graphmodel.reading.document import Block, BlockKind, Cell, Document, Place, Table
from graphmodel.reading.files import find_documents
from graphmodel.reading.reader import read_bytes, read_document

__all__ = [
    "Block",
    "BlockKind",
    "Cell",
    "Document",
    "Place",
    "Table",
    "find_documents",
    "read_bytes",
    "read_document",
]
