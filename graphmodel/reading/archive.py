"""Zip archives of unknown origin, opened within bounds of time and memory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from graphmodel.model.errors import InputError
from graphmodel.reading.containers import has_too_many_members, member_name

MAX_MEMBER = 300 * 1000 * 1000
"""Most bytes that a member may unpack to: a sheet of some million cells, far above any plan."""
MAX_UNPACKED = 600 * 1000 * 1000
"""Most bytes that all members together may unpack to."""
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The methods that office formats know (OPC, ODF, OFD). Others may ask for gigabytes at once."""


class Archive:
    """The members of a zip archive that was checked for bombs before anything is unpacked."""

    def __init__(self, data: bytes, source: str) -> None:
        """Read the directory of the archive.

        Raises:
            InputError: `damaged`; `encrypted`; `too_large` where it would unpack to more than
                the limits (with `limit`), or has more members than any office file.
        """
        self._source = source
        if has_too_many_members(data):
            raise InputError(source, "too_large", limit=MAX_UNPACKED)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError,
                struct.error) as error:  # fmt: skip
            raise InputError(source, "damaged", reason=str(error)) from error
        members = self._zip.infolist()
        self._members = {member_name(member.filename): member for member in members}
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise InputError(source, "encrypted")
        if sum(member.file_size for member in members) > MAX_UNPACKED:
            raise InputError(source, "too_large", limit=MAX_UNPACKED)

    def names(self) -> list[str]:
        """Give the names of the members, in the order of the archive, without a leading slash."""
        return list(self._members)

    def read(self, name: str) -> bytes | None:
        """Unpack one member; None where there is none of that name.

        Raises:
            InputError: `damaged`, also where it unpacks to another size than it declares;
                `too_large` where it declares more than the limit.
        """
        member = self._members.get(member_name(name))
        if member is None:
            return None
        if member.file_size > MAX_MEMBER:
            raise InputError(self._source, "too_large", limit=MAX_MEMBER)
        if member.compress_type not in _METHODS:
            reason = f"compression method {member.compress_type}"
            raise InputError(self._source, "damaged", reason=reason)
        try:
            with self._zip.open(member) as file:
                data = file.read(member.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                RuntimeError, ValueError, struct.error) as error:  # fmt: skip
            raise InputError(self._source, "damaged", reason=str(error)) from error
        if len(data) != member.file_size:
            raise InputError(self._source, "damaged", reason=f"size of {name}")
        return data
