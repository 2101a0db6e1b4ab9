"""A folder of documents for runs over many."""

from __future__ import annotations

from pathlib import Path

PLAN = """{place}优化服务工作方案

一、重点任务
1.精简审批。6月底前压减至{number}个工作日。（牵头单位：县审批局；配合单位：县财政局、县文旅局）
2.规范收费。（县财政局负责，协调国网{place}供电公司做好相关工作）
"""
PLACES = ("青禾县", "白石县", "云岭县", "清溪县", "东屏县", "南坪县")


def make_documents(folder: Path) -> Path:
    """Six plans, one of them twice, one in another version, one file that is no plan."""
    folder.mkdir()
    for number, place in enumerate(PLACES):
        text = PLAN.format(place=place, number=number + 2)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "2-again.txt").write_bytes((folder / "2.txt").read_bytes())
    (folder / "3-other.txt").write_text(PLAN.format(place=PLACES[3], number=90), encoding="utf-8")
    (folder / "4-none.txt").write_text("今天天气很好。\n", encoding="utf-8")
    return folder


def failures(errors: object) -> list[tuple[str, str]]:
    assert isinstance(errors, list | tuple)
    return [(Path(error.source).name, error.code) for error in errors]
