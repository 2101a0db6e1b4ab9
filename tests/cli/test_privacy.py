"""Names, numbers and addresses of persons leave in no result, no page, no line on stderr.

They are generated: no list in the code can know them.
"""

from __future__ import annotations

import csv
import io
import json
import random
import string
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.conftest import Call

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞刚桂英华玉萍红志斌晓燕春梅浩宇欣怡梓涵俊诺"
WIDE = {ord(c): ord(c) + 0xFEE0 for c in f"{string.ascii_letters}{string.digits}@"}
BODIES = ("县住建局", "县发改局", "县教育局", "县公安局")


@dataclass
class Planter:
    """Makes up what belongs to persons, and remembers it."""

    chance: random.Random
    planted: list[str] = field(default_factory=list)

    def _plant(self, words: str) -> str:
        self.planted.append(words)
        return words

    def name(self) -> str:
        surname = self.chance.choice([*SURNAMES, "欧阳", "司马"])
        return self._plant(surname + "".join(self.chance.sample(GIVEN, self.chance.choice((1, 2)))))

    def digits(self, count: int) -> str:
        return "".join(self.chance.choice("123456789") for _ in range(count))

    def mobile(self) -> str:
        return self._plant(f"1{self.chance.choice('3578')}{self.digits(9)}")

    def landline(self) -> str:
        return self._plant(f"09{self.digits(2)}-{self.digits(7)}")

    def local(self) -> str:
        return self._plant(self.digits(7))

    def mail(self) -> str:
        return self._plant(f"x{self.digits(5)}@mail.example.cn")

    def wide_mail(self) -> str:
        return self._plant(f"x{self.digits(5)}@example.cn".translate(WIDE))

    def identity(self) -> str:
        return self._plant(f"61{self.digits(4)}19{self.digits(2)}{self._day()}{self.digits(4)}")

    def old_identity(self) -> str:
        return self._plant(f"61{self.digits(4)}{self.digits(2)}{self._day()}{self.digits(3)}")

    def _day(self) -> str:
        return f"0{self.digits(1)}1{self.digits(1)}"


def plan_text(p: Planter) -> str:
    """A plan in which persons stand wherever they stand in such documents."""
    return f"""霁岭县人民政府办公室关于印发霁岭县优化服务工作方案的通知
霁政办发〔2024〕{p.chance.randint(1, 99)}号

签发人：{p.name()}

霁岭县优化服务工作方案

一、重点任务
1.精简审批。6月底前压减至3个工作日。（牵头单位：县审批局；牵头领导：{p.name()}；
责任人：{p.name()}，{p.mobile()}）
2.规范收费。（分管副县长{p.name()}牵头，县财政局配合）
3.提升用电服务。（牵头领导：副县长{p.name()}；责任单位：县发改局；
联系人：{p.name()}  联系电话：{p.landline()}转{p.digits(3)}）
4.{p.name()}同志负责推进，县住建局牵头落实。（责任单位：县住建局）
5.完善热线。整合12345热线，联系电话 {p.local()}。（县信访局牵头，{p.name()}副主任具体负责）
6.县委常委、常务副县长{p.name()}牵头推进园区建设。（责任单位：园区管委会）
7.核对名册（身份证号：{p.identity()}、{p.old_identity()}）。（县公安局负责）
二、组织领导
组　长：{p.name()} 县委副书记、县长
副组长：{p.name()} 县委常委、副县长
成　员：{p.name()} 县发改局局长
        {p.name()} 县住建局局长
{p.name()} 县教育局局长
领导小组办公室设在县审批局，{p.name()}（县审批局局长）兼任办公室主任。
请于每月25日前报送（联系人 {p.name()}  手机 {p.mobile()}；
邮箱：{p.mail()}，{p.wide_mail()}；传真：{p.landline()}）。
填报人：{p.name()}      审核人：{p.name()}
县长：{p.name()}
"""


def ledger(p: Planter) -> str:
    """A ledger with columns for officials and contacts."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ["序号", "工作任务", "牵头领导", "牵头单位", "责任人", "联系人", "联系电话", "完成时限"]
    )
    for number, body in enumerate(BODIES, start=1):
        official = f"{p.name()} 副县长" if number % 2 else f"副县长{p.name()}"
        task = f"推进第{number}项改革"
        writer.writerow(
            [number, task, official, body, p.name(), p.name(), p.mobile(), "2024年12月底前"]
        )
    return file.getvalue()


def web_page(p: Planter) -> str:
    """The same as a page of a web site."""
    rows = "".join(
        f"<tr><td>{n}</td><td>完善第{n}项机制</td><td>{body}</td><td>{p.name()}</td>"
        f"<td>{p.local()}</td></tr>"
        for n, body in enumerate(BODIES, start=1)
    )
    return (
        "<html><head><meta charset='utf-8'><title>霁岭县机制建设任务分解表</title></head><body>"
        "<h1>霁岭县机制建设任务分解表</h1><p>一、任务分解</p><table><tr><th>序号</th><th>任务</th>"
        f"<th>责任单位</th><th>姓名</th><th>电话</th></tr>{rows}</table>"
        f"<p>联系人：{p.name()}，电话：{p.mobile()}</p></body></html>"
    )


MAKERS = {"plan.txt": plan_text, "ledger.csv": ledger, "page.html": web_page}


@pytest.fixture(params=[(name, seed) for name in MAKERS for seed in range(3)], ids=str)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, list[str]]:
    """A document with persons in it, and what nobody may see of them."""
    name, seed = request.param
    planter = Planter(random.Random(seed))
    path = tmp_path / name
    path.write_text(MAKERS[name](planter), encoding="utf-8")
    return path, planter.planted


def seen(words: str, planted: list[str]) -> list[str]:
    return [secret for secret in planted if secret in words]


def test_results_and_messages(document: tuple[Path, list[str]], call: Call, tmp_path: Path) -> None:
    path, planted = document
    printed = call("extract", path)
    assert printed.status == 0, printed.err
    facts = json.loads(printed.out)
    assert len(facts["responsibilities"]) >= len(BODIES)
    assert seen(printed.out + printed.err, planted) == []
    folder = tmp_path / "facts"
    assert call("extract", path, "--format", "csv", "--out", folder).status == 0
    tables = "".join(table.read_text(encoding="utf-8") for table in folder.iterdir())
    assert seen(tables, planted) == []


def test_page_and_explanations(
    document: tuple[Path, list[str]], call: Call, tmp_path: Path
) -> None:
    path, planted = document
    page = tmp_path / "page-of-plan.html"
    assert call("view", path, "--out", page).status == 0
    assert seen(page.read_text(encoding="utf-8"), planted) == []
    facts = json.loads(call("extract", path).out)
    for row in (*facts["responsibilities"], *facts["tasks"], *facts["posts"]):
        said = call("explain", path, "--id", row["id"])
        assert said.status == 0
        assert seen(said.out + said.err, planted) == []


def test_posts_stay(tmp_path: Path, call: Call) -> None:
    planter = Planter(random.Random(1))
    path = tmp_path / "plan.txt"
    path.write_text(plan_text(planter), encoding="utf-8")
    posts = [row["post"] for row in json.loads(call("extract", path).out)["posts"]]
    assert "分管副县长" in posts
    assert "副县长" in posts
