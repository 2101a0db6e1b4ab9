"""The structure of an OFD package (GB/T 33190-2016, clause 7): documents, pages, templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.model.errors import InputError
from graphmodel.reading.ofd.layer import Layer, layer_of
from graphmodel.reading.ofd.package import ENTRY, Package, resolve
from graphmodel.reading.ofd.values import Box, numbers

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PAGES = 10_000
_A4: Box = (0.0, 0.0, 210.0, 297.0)


class Sheet(NamedTuple):
    """One page as it is stored.

    Attributes:
        box: The paper, in millimetres.
        layers: What is drawn one over the other, templates first.
        resources: Paths of the files that say which image a number means.
    """

    box: Box
    layers: tuple[Layer, ...]
    resources: tuple[str, ...]


class _Template(NamedTuple):
    layer: Layer
    box: Box | None


class _Document(NamedTuple):
    package: Package
    path: str
    root: _Element
    box: Box | None
    templates: dict[str, _Template]
    resources: list[str]


def sheets(package: Package) -> Iterator[Sheet]:
    """Give the pages of all documents of a package, in order.

    A page that is named and missing is passed over.

    Raises:
        InputError: `damaged` (no entry, no document, not well-formed), `too_large`.
    """
    count = 0
    for document in _documents(package):
        for page in document.root.iterfind("{*}Pages/{*}Page"):
            count += 1
            if count > MAX_PAGES:
                raise InputError(package.source, "too_large", limit=f"{MAX_PAGES} p.")
            path = resolve(document.path, page.get("BaseLoc", ""))
            root = package.xml(path)
            if root is not None:
                yield _sheet(document, path, root)


def _documents(package: Package) -> list[_Document]:
    entry = package.xml(ENTRY)
    found = []
    for node in [] if entry is None else entry.iterfind("{*}DocBody/{*}DocRoot"):
        path = resolve(ENTRY, node.text or "")
        root = package.xml(path)
        if root is not None:
            found.append(_document(package, path, root))
    if not found:
        raise InputError(package.source, "damaged", reason="DocRoot")
    return found


def _document(package: Package, path: str, root: _Element) -> _Document:
    templates = {}
    for node in root.iterfind("{*}CommonData/{*}TemplatePage"):
        template = package.xml(resolve(path, node.get("BaseLoc", "")))
        if template is not None:
            layer = layer_of(template, package.source)
            templates[node.get("ID", "")] = _Template(layer, _box(template, "{*}Area"))
    resources = [
        resolve(path, node.text or "")
        for name in ("PublicRes", "DocumentRes")
        for node in root.iterfind("{*}CommonData/{*}" + name)
    ]
    box = _box(root, "{*}CommonData/{*}PageArea")
    return _Document(package, path, root, box, templates, resources)


def _sheet(document: _Document, path: str, page: _Element) -> Sheet:
    names = (node.get("TemplateID", "") for node in page.iterfind("{*}Template"))
    templates = [document.templates[name] for name in names if name in document.templates]
    boxes = [_box(page, "{*}Area"), *(template.box for template in templates), document.box]
    resources = [resolve(path, node.text or "") for node in page.iterfind("{*}PageRes")]
    return Sheet(
        next((box for box in boxes if box), _A4),
        (*(template.layer for template in templates), layer_of(page, document.package.source)),
        (*resources, *document.resources),
    )


def _box(root: _Element, area: str) -> Box | None:
    """Give the paper that an area states, where it states one of a size."""
    box = numbers(root.findtext(f"{area}/{{*}}PhysicalBox"), 4)
    if box is None or box[2] <= 0 or box[3] <= 0:
        return None
    return box[0], box[1], box[2], box[3]
