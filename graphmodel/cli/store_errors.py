"""Errors of stores and queries in the user's language."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.model.errors import GraphmodelError, QueryError
from graphmodel.reports.wording import Language, Wording

STORE_ERRORS: Mapping[str, Wording] = {
    "unreachable": Wording(
        "无法连接 {source}：请检查服务器是否已启动，地址和端口是否正确，网络是否通畅。",
        "{source} cannot be reached; check that the server runs, that address and port are right, "
        "and the network.",
    ),
    "refused": Wording(
        "{source} 拒绝登录：请检查用户名（--username）和密码（环境变量 NEO4J_PASSWORD）。",
        "{source} refused the login; check the user (--username) and the password (NEO4J_PASSWORD "
        "in the environment).",
    ),
    "no_database": Wording(
        "{source} 上没有数据库[ {database}]；请检查 --database。",
        "{source} has no such database[ ({database})]; check --database.",
    ),
    "no_permission": Wording(
        "{source}：该用户没有所需的权限；请换用有权限的用户。",
        "{source}: the user has no permission for this; use one who has.",
    ),
    "disk_full": Wording(
        "{source} 的磁盘已满；请腾出空间后再次运行同一命令。",
        "{source}: its disk is full; make room and run the same command again.",
    ),
    "connection_lost": Wording(
        "与 {source} 的连接中断；请再次运行同一命令：载入到一半的会补全。",
        "{source}: the connection was lost; run the same command again: a load that was "
        "interrupted is mended by loading again.",
    ),
    "locked": Wording(
        "{source} 正被另一个程序使用；请等它结束后再试。",
        "{source} is in use by another program; wait until that ends and try again.",
    ),
    "store_damaged": Wording(
        "{source} 已损坏，或不是图数据库文件；请换一个文件，用 graphmodel db load 重新建立。",
        "{source} is damaged, or no database of a graph; choose another file and make it again "
        "with graphmodel db load.",
    ),
    "too_old": Wording(
        "{source} 的版本[（{version}）]不合用[，至少需要 {least}]；请升级。",
        "{source}: the version[ {version}] will not do[, {least} is the least]; upgrade it.",
    ),
    "foreign_nodes": Wording(
        "{source} 里有[ {count} 个]不属于 graphmodel 的节点[带有标签 {label}]，没有写入；"
        "请用 --prefix 给本图的标签加前缀，例如 --prefix gm_。",
        "{source} has[ {count}] nodes[ with the label {label}] that are not graphmodel's, and "
        "nothing was written; give the labels of this graph a prefix, such as --prefix gm_.",
    ),
    "bad_address": Wording(
        "{source} 不是可用的地址；请写成 bolt://主机:7687[（开头可用 {schemes}）]，"
        "用户名和密码不写在地址里。",
        "{source} is no address; write bolt://HOST:7687[ (it may begin with {schemes})], without "
        "user and password.",
    ),
    "bad_prefix": Wording(
        "--prefix 不能是“{source}”；请以字母开头，只用英文字母、数字和下划线。",
        "--prefix cannot be “{source}”; begin with a letter, and use ASCII letters, digits and _.",
    ),
    "store_failed": Wording(
        "{source} 未能完成操作[：{reason}]。",
        "{source} could not do it[: {reason}].",
    ),
}
QUERY_ERRORS: Mapping[str, Wording] = {
    "no_such_query": Wording(
        "没有名为 {source} 的查询[；是否指 {nearest}]。graphmodel query list 列出全部。",
        "There is no query {source}[; did you mean {nearest}]. graphmodel query list names all.",
    ),
    "no_such_parameter": Wording(
        "查询 {source} 没有参数[ {parameter}][；是否指 {nearest}]。"
        "graphmodel query show {source} 列出全部。",
        "The query {source} has no such parameter[: {parameter}][; did you mean {nearest}]. "
        "graphmodel query show {source} names all.",
    ),
    "missing_parameter": Wording(
        "查询 {source} 缺少参数[ {parameter}][：{meaning}][，写成{type}]"
        "[；例如 --param {example}]。",
        "The query {source} lacks a parameter[: {parameter}][, {meaning}][ ({type})]"
        "[; for example --param {example}].",
    ),
    "bad_parameter": Wording(
        "查询 {source} 的参数[ {parameter} ]不能是[“{value}”][，应是{type}]"
        "[；例如 --param {example}]。",
        "The query {source}: the parameter[ {parameter}] cannot be[ “{value}”][, it is {type}]"
        "[; for example --param {example}].",
    ),
    "bad_header": Wording(
        "查询 {source} 的说明有误[（{file} 第 {line} 行）]；请检查该文件，或重新安装。",
        "The query {source} has a faulty header[ ({file}, line {line})]; check the file, or "
        "install again.",
    ),
    "wrong_query": Wording(
        "查询有误（{source}）[：{reason}]。",
        "The query is wrong ({source})[: {reason}].",
    ),
    "read_only": Wording(
        "查询要修改图，而这里只能读取（{source}）；自己的查询要修改，请加 --write。",
        "The query would change the graph, and here it is only read ({source}); a query of your "
        "own may with --write.",
    ),
    "timed_out": Wording(
        "查询超时（{source}）；请缩小范围，或加 LIMIT 后再试。",
        "The query took too long ({source}); ask for less, or add LIMIT, and try again.",
    ),
}
USAGE_ERRORS: Mapping[str, Wording] = {
    "query_needed": Wording(
        "缺少 {source}：请给出查询的名称（graphmodel query list 列出全部），"
        "或用 --cypher 写出查询。",
        "Missing: {source}. Name a query (graphmodel query list names all), or write one with "
        "--cypher.",
    ),
    "own_query": Wording(
        "{source} 只与 --cypher 同用：目录中的查询只读取。",
        "{source} goes with --cypher: the queries of the catalogue only read.",
    ),
    "empty_query": Wording("{source} 后面没有查询。", "{source}: there is no query in it."),
    "bad_pair": Wording(
        "{source} 中的“{part}”无效；请写成 名称=值，例如 --param unit=县住建局。",
        "{source}: “{part}” will not do; write NAME=VALUE, such as --param unit=县住建局.",
    ),
    "inputs_needed": Wording(
        "缺少 {source}：请给出要检查的文件，或用 --explain 说明一条规则。",
        "Missing: {source}. Name the documents to check, or explain a rule with --explain.",
    ),
    "no_such_rule": Wording(
        "{source} 中的“{part}”不是规则的代码；docs/rules 列出全部。",
        "{source}: there is no rule “{part}”; docs/rules lists all.",
    ),
    "bad_day": Wording(
        "{source} 不能是“{part}”；请写成 2024-06-30。",
        "{source} cannot be “{part}”; write it like 2024-06-30.",
    ),
    "store_needed": Wording(
        "没有说明图在哪里（{source}）：请用 --db 指定 Ladybug 文件，或用 --uri（NEO4J_URI）指定 "
        "Neo4j 服务器；query run 也可以直接给出 INPUT。",
        "Nothing says where the graph is ({source}): name a Ladybug file with --db, or a Neo4j "
        "server with --uri (NEO4J_URI); query run takes INPUT as well.",
    ),
    "db_with_server": Wording(
        "{source} 是 Ladybug 的文件，不能与 Neo4j（--store neo4j、--uri）同用。",
        "{source} names a file of Ladybug, and does not go with Neo4j (--store neo4j, --uri).",
    ),
    "db_is_no_cache": Wording(
        "{source} 的文件[ {path} ]已存在，且不是由 INPUT 建立的库；为免覆盖，请换一个文件，"
        "或去掉 INPUT 直接查询它。",
        "{source}: the file[ {path}] is there and was not made of INPUT; so that it is not "
        "overwritten, choose another, or leave out INPUT to ask the file itself.",
    ),
    "inputs_with_server": Wording(
        "查询 Neo4j 时不读取 {source}；请先用 graphmodel db load 载入，再不带 {source} 查询。",
        "Neo4j is asked for what it holds, not for {source}; load that with graphmodel db load, "
        "and ask without {source}.",
    ),
    "write_to_cache": Wording(
        "由 INPUT 建立的库只是缓存，不接受 {source}；请用 --db（不带 INPUT）或 --store neo4j。",
        "The database that is made of INPUT is a cache, and takes no {source}; use --db without "
        "INPUT, or --store neo4j.",
    ),
    "yes_needed": Wording(
        "{source} 会删除数据，而这里无法询问；确定要删除，请加 --yes。",
        "{source} deletes, and nobody can be asked here; add --yes to go on.",
    ),
    "not_in_store": Wording(
        "[{store} 里]没有方案 {source}[；是否指 {nearest}]。graphmodel db status 列出全部。",
        "There is no plan {source}[ in {store}][; did you mean {nearest}]. graphmodel db status "
        "names all.",
    ),
}
TYPES: Mapping[str, Wording] = {
    "str": Wording("文字", "text"),
    "int": Wording("整数", "a whole number"),
    "float": Wording("数值", "a number"),
    "bool": Wording("true 或 false", "true or false"),
    "date": Wording("日期", "a day"),
    "strings": Wording("用 | 隔开的文字", "texts between |"),
}
_LONGEST = 40
"""Cells of a query that are repeated in a message."""


def short_source(error: GraphmodelError) -> str:
    """What the error is about; a query of many words is cut."""
    if not isinstance(error, QueryError):
        return error.source
    from graphmodel.reports.cells import cut

    return cut(" ".join(error.source.split()), _LONGEST)


def place_lines(error: GraphmodelError, width: int) -> list[str]:
    """The line of a query that is wrong, and a caret below the place; none where it is not told."""
    line, column, text = (error.details.get(name) for name in ("line", "column", "text"))
    if error.code != "wrong_query" or not isinstance(line, int) or not isinstance(column, int):
        return []
    from graphmodel.reports.carets import pointed

    return pointed(str(text), line, column, width)


def type_word(name: str, language: Language) -> str:
    """A type of parameters in words."""
    return TYPES[name](language) if name in TYPES else name
