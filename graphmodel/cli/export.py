"""`graphmodel export`: the graph as files for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say, say_written
from graphmodel.reports.wording import Language, Wording
from graphmodel.stores.files.formats import FOLDERS, GraphFormat

if TYPE_CHECKING:
    from graphmodel.stores.files.tables import GraphTables

_DONE = Wording(
    "{nodes} 个节点，{edges} 条边[；{next}]。",
    "{nodes} nodes, {edges} edges[; {next}].",
)
_NEXT = {
    GraphFormat.NEO4J_ADMIN: Wording(
        "导入命令见 import.txt，请在该文件夹中运行，服务启动后再运行 after-import.cypher",
        "run the command in import.txt in that folder, and after-import.cypher once the server "
        "is up",
    ),
    GraphFormat.PARQUET: Wording(
        "用 Ladybug 载入：在该文件夹中运行 load.cypher",
        "to load it into Ladybug, run load.cypher in that folder",
    ),
}


def export(
    inputs: Inputs,
    output_format: Annotated[
        GraphFormat, typer.Option("--format", help="输出格式 | format", show_default=False)
    ],
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """把图导出给其他工具。 | Write the graph for other tools.

    graphml（Gephi、yEd、NetworkX）、gexf（Gephi）、jsonld（关联数据）、node-link（NetworkX、D3）、
    edge-csv（牵头与配合关系，附原文用语）、ucinet 和 pajek（单位协作网络）写到标准输出或文件；
    neo4j-admin（Neo4j 批量导入）、parquet（Ladybug 等）写到文件夹。
    graphml, gexf, jsonld, node-link, edge-csv (leads and supports with their words), ucinet and
    pajek (the network of units that share tasks) go to standard output or a file; neo4j-admin
    (bulk import) and parquet (Ladybug and others) into a folder.
    """
    if output_format in FOLDERS and out is None:
        raise WrongUsage(output_format, "folder_needed")
    with facts_of(inputs, lang) as facts:
        from graphmodel.pipeline import graph_tables

        tables = graph_tables(facts)
        _give(tables, output_format, out, lang)
        following = _NEXT.get(output_format)
        words = {"next": following(lang) if following else None}
        say(_DONE(lang, nodes=tables.node_count, edges=tables.edge_count, **words))


def _give(tables: GraphTables, output_format: GraphFormat, out: str | None, lang: Language) -> None:
    from graphmodel.stores.files.writing import pieces, write

    if output_format in FOLDERS and out is not None:
        write(tables, Path(out), output_format)
        say_written(out, lang)
    else:
        give(pieces(tables, output_format), out, lang)
