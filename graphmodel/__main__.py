"""`python -m graphmodel` is the command `graphmodel`."""

from __future__ import annotations

from graphmodel.cli import main

if __name__ == "__main__":
    main()
