"""Spreadsheets: workbooks, and text files with separated values."""

from __future__ import annotations

from graphmodel.reading.sheets.delimited import find_delimiter, parse_csv
from graphmodel.reading.sheets.workbook import read_workbook

__all__ = ["find_delimiter", "parse_csv", "read_workbook"]
