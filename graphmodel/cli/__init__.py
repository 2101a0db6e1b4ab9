"""The command line `graphmodel`."""

from __future__ import annotations

import sys

from graphmodel.cli.status import Status


def main() -> None:
    """Run the command line with the arguments of the process, and end with its exit status."""
    try:
        from graphmodel.cli.run import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules are loading, before there is a command to stop
        status = Status.STOPPED
    sys.exit(status)
