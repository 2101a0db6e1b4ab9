"""Official prose with few assignments: reports and opinions, of which there are more than plans.

Sentences are put together from phrases of our own, by a generator of fixed seed. Headings are
numbered as in an opinion, figures and dates stand where such texts have them, and one item in
forty says who leads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_OPENINGS = (
    "要深入学习领会会议精神",
    "今年以来，面对复杂多变的外部环境",
    "必须清醒地看到",
    "从实际情况来看",
    "在此基础上",
    "与此同时",
    "坚持问题导向和目标导向相统一",
    "随着改革不断深入",
    "对照高质量发展的要求",
    "经过几年的努力",
)
_SUBJECTS = (
    "全县经济运行",
    "重点领域改革",
    "城乡基础设施",
    "公共服务体系",
    "农村人居环境",
    "特色产业链条",
    "干部队伍作风",
    "群众关心的难点问题",
    "生态修复工程",
    "小型水利设施",
    "老旧小区的改造",
    "乡村道路的养护",
)
_VERBS = (
    "总体保持平稳",
    "取得了明显进展",
    "仍然存在薄弱环节",
    "得到进一步改善",
    "需要在更大范围内统筹推进",
    "呈现出逐步向好的态势",
    "离人民群众的期待还有差距",
    "为今后一个时期的工作打下了基础",
)
_DETAILS = (
    "其中规模以上工业增加值增长{d}.{d}%",
    "累计完成投资{n}亿元",
    "新建和改建公路{n}公里",
    "{y}年以来办理事项{n}万余件",
    "覆盖{n}个行政村（社区）",
    "比上年同期提高{d}.{d}个百分点",
    "有的同志对“最后一公里”的认识还不到位",
    "《关于加强基层治理的意见》提出的任务正在落地",
    "既要算经济账，也要算民生账、长远账",
    "各方面的积极性、主动性、创造性得到发挥",
    "人员、资金、土地等要素的配置更加合理",
    "好的经验（如网格走访、院坝说事）得到推广",
)
_CLOSINGS = (
    "。",
    "。",
    "。",
    "；",
    "，这一点要长期坚持下去。",
    "，要以钉钉子精神抓下去。",
    "，必须引起高度重视。",
)
_HEADINGS = ("总体情况", "主要做法", "存在问题", "有关考虑", "基本经验", "下步打算")
_DIGITS = "一二三四五六七八九"
_SENTENCES = (3, 7)
_ITEMS_AN_ASSIGNMENT = 40


def prose(size: int) -> str:
    """Prose of at least `size` bytes of UTF-8, the same for the same size."""
    random = Random(size)
    parts: list[str] = ["关于全县经济社会发展情况的报告\n\n"]
    length = 0
    for paragraph in _paragraphs(random):
        parts.append(paragraph)
        length += len(paragraph.encode())
        if length >= size:
            break
    return "".join(parts)


def _paragraphs(random: Random) -> Iterator[str]:
    count = 0
    while True:
        for chapter in _DIGITS:
            yield f"{chapter}、{random.choice(_HEADINGS)}\n"
            for item in _DIGITS:
                count += 1
                lead = "（县发展改革局牵头）" if count % _ITEMS_AN_ASSIGNMENT == 0 else ""
                heading = random.choice(_SUBJECTS) + random.choice(_VERBS)
                yield f"（{item}）{heading}。{_sentences(random)}{lead}\n"
                yield f"{_sentences(random)}\n"


def _sentences(random: Random) -> str:
    return "".join(_sentence(random) for _ in range(random.randint(*_SENTENCES)))


def _sentence(random: Random) -> str:
    details = (_detail(random) for _ in range(random.randint(1, 3)))
    clauses = (random.choice(_OPENINGS), random.choice(_SUBJECTS) + random.choice(_VERBS), *details)
    return "，".join(clauses) + random.choice(_CLOSINGS)


def _detail(random: Random) -> str:
    number, digit, year = random.randint(11, 480), random.randint(1, 9), random.randint(2019, 2024)
    return random.choice(_DETAILS).format(n=number, d=digit, y=year)
