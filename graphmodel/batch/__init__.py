"""Many documents: read by several processes, each one kept when it is done, put together in order.

What is done for one document is a part: a file that holds its rows as they will stand in the
result. So the processes do the work of writing, too, little goes from one to another, the memory
needed does not grow with the texts, and a run that was interrupted goes on where it was.
"""

from __future__ import annotations
