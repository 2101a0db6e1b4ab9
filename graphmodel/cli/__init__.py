"""The command line `graphmodel`."""

from __future__ import annotations

import gc
import sys

from graphmodel.cli.status import Status

_GARBAGE = 100_000, 20, 50
"""How much is made before garbage in circles is looked for: facts are many small objects that all
stay, and to go through them again and again takes a tenth of a command's time."""


def main() -> None:
    """Run the command line with the arguments of the process, and end with its exit status."""
    gc.set_threshold(*_GARBAGE)
    try:
        from graphmodel.cli.run import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loading, before there is a command to stop
        status = Status.STOPPED
    sys.exit(status)
