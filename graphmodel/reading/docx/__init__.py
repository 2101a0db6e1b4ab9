"""Word documents since 2007 and those of WPS (ECMA-376, WordprocessingML).

Read here and not by a library, as none prints the numbers that Word makes itself: 一、 （一） 1.
"""

from __future__ import annotations

from graphmodel.reading.docx.reader import read_docx

__all__ = ["read_docx"]
