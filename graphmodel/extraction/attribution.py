"""The grammar of attributions, the same for brackets, labels, table cells and sentences.

Text → tokens (`clause`) → claims (`claims`) → roles (`roles`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import or_

from graphmodel.extraction.claims import Claim, read_claims
from graphmodel.extraction.conventions import without_conventions
from graphmodel.extraction.names import Name, has_ending, is_balanced, is_body
from graphmodel.extraction.roles import Attribution, assign_roles
from graphmodel.extraction.words import attribution_words
from graphmodel.model.resources import simplified

_VARIANTS = str.maketrans("∶﹕꞉︰﹔﹐｡", "：：：：；，。")
"""Punctuation that fonts of office programs print for the common one."""
_NO_ASSIGNMENT = re.compile(
    "负责(?:解释|修订)|^[（(]?各[^，,、；;]{1,10}(?:要|应当?|须)"
    "|^(?:牵头|责任|配合|主责|主办)(?:单位|部门)(?:[^:：，,、；;]{0,12}由|每|要|应|由|须|将|定期|负责|会同)"
)
"""Sentences that interpret the document, or exhort everybody."""
_GENERIC_LABEL = re.compile(r"(?:牵头|责任|配合|主办|承办|协办|参与)(?:单位|部门)(?:[（(].*)?$")
_REFERENCE = re.compile("详?见|同上|同前|另行|另文|略$|根据|按照")
_SENTENCE = re.compile("做好|推进|推动|要|应|落实|开展|加强|完成|组织|共同|确保|负责|抓好|并|及时")
_SURELY_BODY = re.compile(
    r"^(?:[省市县区州旗]|各|中共|国家|国网)|(?:局|委|厅|办|政府|管委会|法院|检察院)$"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST_NAME = 40
_LONGEST_IN_PROSE = 24
_LONGEST_WITHOUT_ENDING = 6
_LONGEST_UNKNOWN = 12
_NO_NAME = re.compile(
    rf"^(?:{_SENTENCE.pattern})|[的了是将把对为由使并“”《》]|(?:工作|任务|情况|制度|机制|建设|问题|要求|事项)$"
)
"""What sentences hold, and names of bodies do not."""


@lru_cache(maxsize=2048)
def parse_squeezed(text: str, *, prose: bool = False) -> Attribution | None:
    """The attribution that a squeezed text holds; None where it gives nobody a role.

    Traditional characters are read as simplified ones; mentions stay as printed. Results are kept,
    because plans repeat their attributions word for word.

    Args:
        text: The words inside a bracket, behind a label, or a sentence; without white space.
        prose: The text is a sentence: only what is surely a body counts.
    """
    words, first_listed, standing = without_conventions(simplified(text).translate(_VARIANTS))
    if _NO_ASSIGNMENT.search(words):
        return None
    said = read_claims(words)
    if not all(is_balanced(name.words) for claim in said.claims for name in claim.names):
        return None
    claims: list[Claim] = []
    for claim in said.claims:  # a sentence that began with a body goes on like a bracket
        credible = _credible(claim, prose and not claims)
        claims += [credible] if credible else []
    roles = assign_roles(claims, first_listed)
    if prose and claims and all(map(_exhorts, claims)):
        return None
    officials = said.officials if not prose or roles.assignments else _leading(said.officials)
    if not roles.assignments and not officials:
        return None
    return Attribution(
        tuple(a._replace(words=text[a.start : a.end]) for a in roles.assignments),
        tuple(p._replace(words=text[p.start : p.end]) for p in officials),
        roles.basis,
        said.open_ended,
        said.deadline,
        roles.rule,
        first_listed if "下同" in text else 0,
        tuple(n._replace(words=text[n.start : n.end]) for n in standing),
    )


def _leading(officials: list[Name]) -> list[Name]:
    """The officials of a sentence that names nobody else: those that it begins with."""
    return officials if officials and officials[0].start <= 1 else []


def can_be_attribution(text: str) -> bool:
    """Whether a text holds any word of the grammar; cheap."""
    return attribution_words().any_role.search(text) is not None


def _credible(claim: Claim, prose: bool) -> Claim | None:
    """A claim as far as its words can be bodies; None where they cannot.

    A label vouches for what stands behind it, damaged or not, but not for references and sentences.
    """
    if claim.label is not None and not prose:
        names = tuple(name for name in claim.names if is_vouched(name.words))
        return claim._replace(names=names) if names else None
    if prose:
        sure = [_is_surely_body(name.words, claim.strength) for name in claim.names]
        group = [_is_group(name.words) for name in claim.names]
        believed = any(sure) and all(map(or_, sure, group))
        return claim if believed else None
    believed = any(_is_probably_body(name, claim.names) for name in claim.names)
    likely = all(
        _is_probably_body(name, claim.names) or _is_plausible(name.words) for name in claim.names
    )
    return claim if believed and likely else None


def is_vouched(words: str) -> bool:
    """Whether words can name a body where a label or the head of a column says that they do."""
    if len(words) > _LONGEST_NAME or _GENERIC_LABEL.match(words) or _REFERENCE.match(words):
        return False
    return has_ending(words) or (_HAN.search(words) is not None and not _SENTENCE.match(words))


def _is_probably_body(name: Name, names: tuple[Name, ...]) -> bool:
    if _GENERIC_LABEL.match(name.words):
        return False
    return is_body(name.words) or (name is not names[-1] and _shares_ending(name, names))


def _is_plausible(words: str) -> bool:
    """Whether words without a known ending can stand for a body beside bodies: 税务, 国网某电力."""
    short = 2 <= len(words) <= _LONGEST_UNKNOWN
    return short and not _GENERIC_LABEL.match(words) and not _NO_NAME.search(words)


def _exhorts(claim: Claim) -> bool:
    """各部门密切配合, 各单位抓好落实: asks everybody, and assigns nothing."""
    to_all = all(name.words[0] == "各" for name in claim.names)
    return to_all and claim.strength in ("support", "undertaking")


def _is_group(words: str) -> bool:
    """沿江各市 beside bodies."""
    return "各" in words and len(words) <= _LONGEST_UNKNOWN


def _is_surely_body(words: str, strength: str) -> bool:
    if not has_ending(words) or not 3 <= len(words) <= _LONGEST_IN_PROSE:
        return False
    if _GENERIC_LABEL.match(words) or not is_body(words):
        return False
    return strength == "engaged" or _SURELY_BODY.search(words) is not None


def _shares_ending(name: Name, names: tuple[Name, ...]) -> bool:
    """甲河 in 甲河、乙山、丙湖县人民政府 borrows the ending of the last."""
    return len(name.words) <= _LONGEST_WITHOUT_ENDING and has_ending(names[-1].words)
