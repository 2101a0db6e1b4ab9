"""`make neo4j`: a Neo4j server with the samples in it, to try queries on.

`start` starts it, or takes the one that runs, and loads the samples; `stop` stops it; `jars` only
fetches the program files. The data stays in build/neo4j/home.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tools.neo4j_jars import FOLDER, VERSION, Neo4jError, jars
from tools.neo4j_server import Server, free_port

ROOT = FOLDER.parent.parent
HOME = FOLDER / "home"
PORT = 7687
SAMPLES = "data/samples"

_NEXT = """
Neo4j {version} answers at {uri}, without a password and on this machine only. Try:

  .venv/bin/graphmodel query run load --store neo4j --uri {uri}
  .venv/bin/graphmodel query run collaboration-pairs --store neo4j --uri {uri}
  .venv/bin/graphmodel query run --store neo4j --uri {uri} \\
      --cypher 'MATCH (u:Unit)-[:LEADS]->(t:Task) RETURN u.name, count(t) ORDER BY count(t) DESC'

`make neo4j-stop` stops it; its data stays in build/neo4j/home."""


def start() -> None:
    """Start the server where none runs, load the samples, and say what to try.

    Raises:
        Neo4jError: The server cannot be had, or the samples not loaded.
    """
    fetch()
    server = Server(HOME, keep=True)
    if server.running():
        print(f"Neo4j runs already at {server.uri}: the samples are loaded again.", flush=True)
    else:
        server.port = free_port(PORT)
        print(f"Starting Neo4j {VERSION} ...", flush=True)
        server.start()
    _load(server.uri)
    print(_NEXT.format(version=VERSION, uri=server.uri))


def _load(uri: str) -> None:
    words = ["db", "load", SAMPLES, "--store", "neo4j", "--uri", uri]
    # What the caller has set is for a server of theirs.
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    done = subprocess.run([sys.executable, "-m", "graphmodel", *words], cwd=ROOT, env=env)
    if done.returncode:
        raise Neo4jError(f"the server runs at {uri}, but the samples could not be loaded")


def stop() -> None:
    """Stop the server, or say that there is none.

    Raises:
        Neo4jError: It does not end.
    """
    server = Server(HOME, keep=True)
    if not server.running():
        print("No Neo4j server of this clone runs.")
        return
    server.stop()
    print(f"Stopped Neo4j at {server.uri}.")


def fetch() -> None:
    """Fetch the program files where they are missing.

    Raises:
        Neo4jError: As for `jars`.
    """
    if not (FOLDER / VERSION).is_dir():
        print(f"Fetching Neo4j {VERSION} (116 MB) with Maven ...", file=sys.stderr, flush=True)
    jars()


COMMANDS = {"start": start, "stop": stop, "jars": fetch}


def main() -> None:
    """Do what the argument names; one line says what goes wrong."""
    command = COMMANDS.get(sys.argv[1] if len(sys.argv) == 2 else "")
    if command is None:
        sys.exit(f"usage: python -m tools.neo4j_command {'|'.join(COMMANDS)}")
    try:
        command()
    except Neo4jError as error:
        sys.exit(f"graphmodel: {error}")


if __name__ == "__main__":
    main()
