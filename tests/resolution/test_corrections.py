"""The file of corrections: its entries, its faults, and which file holds for a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.model.errors import CorrectionError
from graphmodel.resolution.correction_files import correction_files, corrections_for, unused
from graphmodel.resolution.corrections import Action, Correction, read_corrections

ENTRIES = """\
# 更正
[[merge]]
words = ["县教体局", "县教育局"]
reason = "一个机构"

[[rename]]
words = "县 营商局"
to = "县审批局"
reason = "更名"
plan = "方案.txt"

[[split]]
words = "县文体局"
to = ["县文化局", "县体育局"]
reason = "合写"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "corrections.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_entries_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert read_corrections(written(tmp_path, ENTRIES)) == (
        Correction(Action.MERGE, ("县教体局", "县教育局"), ("县教体局",), "一个机构", None, 2),
        Correction(Action.RENAME, ("县营商局",), ("县审批局",), "更名", "方案.txt", 6),
        Correction(Action.SPLIT, ("县文体局",), ("县文化局", "县体育局"), "合写", None, 12),
    )


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert read_corrections(written(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("text", "line", "reason", "key"),
    [
        ("[[accept]\n", 1, "not-toml", ""),
        ("\n\nx = = 1\n", 3, "not-toml", ""),
        (b"\n\xff\n", 2, "not-utf-8", ""),
        ("[[accept]]\nwords = '县局'\nreason = 'x'\n\n[[rename]]\n", 5, "missing-key", "reason"),
        ("[[delete]]\nwords = '县局'\n", 1, "no-action", "delete"),
        ("\naccept = 1\n", 2, "no-action", "accept"),
        ("accept = [1]\n", 1, "no-action", "accept"),
        ("[[accept]]\nwords = '县局'\nreason = 'x'\nto = 'y'\n", 1, "unknown-key", "to"),
        ("[[accept]]\nwords = '县局'\nreason = ' '\n", 1, "bad-text", "reason"),
        ("[[accept]]\nwords = ['a', 'b']\nreason = 'x'\n", 1, "bad-text", "words"),
        ("[[rename]]\nwords = 1\nto = 'y'\nreason = 'x'\n", 1, "bad-text", "words"),
        ("[[split]]\nwords = '县局'\nto = ['y']\nreason = 'x'\n", 1, "too-few", "to"),
        ("[[merge]]\nwords = '县局'\nreason = 'x'\n", 1, "too-few", "words"),
        (
            "[[ignore]]\nwords = '县局'\nreason = 'x'\n[[accept]]\nwords = '县 局'\nreason = 'x'\n",
            4,
            "conflict",
            "县局",
        ),
    ],
)
def test_faults_are_told_with_their_line(
    tmp_path: Path, text: str | bytes, line: int, reason: str, key: str
) -> None:
    with pytest.raises(CorrectionError) as error:
        read_corrections(written(tmp_path, text))
    assert error.value.code == "bad_correction"
    assert error.value.details == {"line": line, "reason": reason, "key": key}


def test_nesting_without_end_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError):
        read_corrections(written(tmp_path, "a = " + "[" * 100_000))


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError) as error:
        read_corrections(written(tmp_path, "#" * 1_000_001))
    assert error.value.code == "too_large"


def test_the_same_words_in_two_plans_are_no_conflict(tmp_path: Path) -> None:
    entry = "[[ignore]]\nwords = '县局'\nreason = 'x'\nplan = '{}'\n"
    found = read_corrections(written(tmp_path, entry.format("a") + entry.format("b")))
    assert [correction.plan for correction in found] == ["a", "b"]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [(None, True), ("霁岭县:1号", True), ("a.b.docx", True), ("a.b", True), ("a", False)],
)
def test_plans_that_an_entry_is_for(limit: str | None, expected: bool) -> None:
    entry = Correction(Action.IGNORE, ("县局",), (), "x", limit, 1)
    assert entry.is_for("霁岭县:1号", "a.b.docx") == expected


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    entry = "[[ignore]]\nwords = '{}'\nreason = 'x'\n"
    near, far = tmp_path / "a", tmp_path / "b" / "c"
    near.mkdir()
    far.mkdir(parents=True)
    written(tmp_path, entry.format("远"))
    written(near, entry.format("近"))

    def words(document: Path, folder: Path | None) -> list[str]:
        return [entry.words[0] for entry in corrections_for(document, folder)]

    assert words(near / "x.txt", tmp_path) == ["近"]
    assert words(far / "x.txt", tmp_path) == ["远"]
    assert words(far / "x.txt", None) == []
    assert words(tmp_path / "x.txt", None) == ["远"]
    assert correction_files([near, tmp_path, tmp_path / "x.txt"]) == [
        near / "corrections.toml",
        tmp_path / "corrections.toml",
    ]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    written(tmp_path, "")
    assert corrections_for(tmp_path / "x.txt") == ()
    written(tmp_path, ENTRIES)
    assert len(corrections_for(tmp_path / "x.txt")) == 3


def test_entries_that_corrected_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, ENTRIES)
    found = list(unused([path], []))
    assert [(row.code, row.severity, row.plan, row.detail) for row in found] == [
        ("correction-unused", "warning", None, "merge 县教体局、县教育局"),
        ("correction-unused", "warning", None, "rename 县营商局 @方案.txt"),
        ("correction-unused", "warning", None, "split 县文体局"),
    ]
    assert found[1].message.startswith("corrections.toml 第 6 行")
    assert str(tmp_path) not in found[1].message
