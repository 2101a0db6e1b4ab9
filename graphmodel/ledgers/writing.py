"""A ledger in any of its formats."""

from __future__ import annotations

from graphmodel.ledgers import text
from graphmodel.ledgers.docx import to_docx
from graphmodel.ledgers.kinds import LedgerFormat
from graphmodel.ledgers.ledger import Ledger
from graphmodel.ledgers.xlsx import to_xlsx


def written(ledger: Ledger, form: LedgerFormat) -> bytes | str:
    """The whole file: of a format that is text its text, else its bytes."""
    match form:
        case LedgerFormat.XLSX:
            return to_xlsx(ledger)
        case LedgerFormat.DOCX:
            return to_docx(ledger)
        case LedgerFormat.MD:
            return text.to_markdown(ledger)
        case LedgerFormat.CSV:
            return text.to_csv(ledger)
