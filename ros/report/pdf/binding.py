"""Binds gatherings to one PDF/UA-1: pages, tags, bookmarks and destinations. A program of its own, as typesetting is.

In: a line of JSON, label → title of what can be led to; the files are named as arguments, the opening first. Out: the
PDF. What one gathering leads to may stand in another: such a link is an URI of ``#`` and a label, and becomes a
destination here.
"""

import base64
import hashlib
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Object, ObjectStreamMode, Page, Pdf, String

_COUNTED = "http://ns.adobe.com/xap/1.0/t/pg/"
"""What a document's metadata tells of its pages (XMP, ISO 16684-1)."""
_IDENTIFIED = "http://ns.adobe.com/xap/1.0/mm/"
_BELOW_TABLES = frozenset({"/TD", "/TH", "/P", "/H1", "/H2", "/H3", "/L", "/TOC"})
"""Tags that no table of ours is under."""


def bind(files: Sequence[Path], titles: Mapping[str, str]) -> bytes:
    """Bind gatherings in their order; what the opening says of itself, the whole document says.

    Raises:
        ValueError: where something is led to that is in none of them.
    """
    first, *others = files
    opening = Pdf.open(first)
    binding = _Binding(opening)
    for file in others:
        # Opened here and let go at once: held all together they would take as much memory as what is bound.
        binding.add(Pdf.open(file))
    binding.finish(titles)
    bound = io.BytesIO()
    opening.save(bound, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return bound.getvalue()


class _Binding:
    """A document that gatherings are added to."""

    def __init__(self, opening: Pdf) -> None:
        self.bound = opening
        root = opening.Root.StructTreeRoot
        self.tagged: Object = root.K[0]
        """The element of the whole document, above every tag."""
        self.tags = list(self.tagged.K)
        self.parents: list[Object | int] = list(_entries(root.ParentTree, "/Nums"))
        """Keys of pages and links, each followed by the tags of what is on it."""
        self.next_key = int(root.ParentTreeNextKey)
        """Key into the tree of parents that no page and no link has yet."""
        self.heads = dict(_named(root.get("/IDTree")))
        """Id → the heading of a table that the cells below it name."""
        self.places = dict(_named(opening.Root.Names.Dests))
        """Name → page and point that can be led to."""
        self.gathered = 1
        self.digest = hashlib.sha256(_identity(opening))

    def add(self, other: Pdf) -> None:
        """Add a gathering's pages, bookmarks, tags and destinations."""
        bound, begins = self.bound, len(self.bound.pages)
        # Pages first: whatever else is copied leads to these, not to copies of its own.
        bound.add_pages_from(other)
        for page in bound.pages[begins:]:
            self._renumber(page)
        self.gathered += 1
        _rename_heads(other.Root.StructTreeRoot.K[0], b"%d." % self.gathered)
        root = bound.copy_foreign(other.Root.StructTreeRoot)
        for tag in root.K[0].K:
            tag.P = self.tagged
            self.tags.append(tag)
        keys = _entries(root.ParentTree, "/Nums")
        for key, parents in zip(keys, keys, strict=True):
            self.parents += [int(key) + self.next_key, parents]
        self.next_key += int(root.ParentTreeNextKey)
        self.heads |= {bytes(head.ID): head for _, head in _named(root.get("/IDTree"))}
        places = _named(other.Root.Names.Dests)
        self.places |= {name: bound.copy_foreign(place) for name, place in places}
        self.digest.update(_identity(other))

    def _renumber(self, page: Page) -> None:
        numbered = [(page.obj, "/StructParents"), *((one, "/StructParent") for one in page.obj.get("/Annots", []))]
        for one, key in numbered:
            if key in one:
                one[key] = int(one[key]) + self.next_key

    def finish(self, titles: Mapping[str, str]) -> None:
        """Put together what was gathered."""
        bound = self.bound
        root = bound.Root.StructTreeRoot
        self.tagged.K = Array(self.tags)
        root.ParentTree = bound.make_indirect(Dictionary(Nums=Array(self.parents)))
        root.ParentTreeNextKey = self.next_key
        root.IDTree = bound.make_indirect(_tree(self.heads))
        bound.Root.Names.Dests = _tree(self.places)
        for page in bound.pages:
            for link in page.obj.get("/Annots", []):
                _lead(link, self.places, titles)
        identity = base64.b64encode(self.digest.digest()[:16]).decode()
        with bound.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            told[f"{{{_COUNTED}}}NPages"] = str(len(bound.pages))
            for name in ("InstanceID", "DocumentID"):
                told[f"{{{_IDENTIFIED}}}{name}"] = identity


def _lead(link: Object, places: Mapping[bytes, Object], titles: Mapping[str, str]) -> None:
    """Make a link to what is bound elsewhere one that arrives, and say where for whoever cannot see it."""
    target = bytes(link.get("/A", Dictionary()).get("/URI", String("")))
    if not target.startswith(b"#"):
        return
    name = target[1:]
    if name not in places:
        raise ValueError(f"nothing is called {name.decode()}")
    del link["/A"]
    link.Dest = String(name)
    link.Contents = String(titles[name.decode()])


def _rename_heads(tag: Object, before: bytes) -> None:
    """Put something before each id of a table's heading and before each cell's mention of it.

    Each gathering numbers its tables from the first: unchanged, a cell would find a heading of another table.
    """
    if "/ID" in tag:
        tag.ID = String(before + bytes(tag.ID))
    for attributes in _each(tag.get("/A")):
        if "/Headers" in attributes:
            attributes.Headers = Array([String(before + bytes(name)) for name in _each(attributes.Headers)])
    if str(tag.S) not in _BELOW_TABLES:
        for kid in _each(tag.get("/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                _rename_heads(kid, before)


def _each(given: Any) -> Iterator[Any]:
    """Give what may stand alone or in an array."""
    if given is not None:
        yield from given if isinstance(given, Array) else (given,)


def _tree(named: Mapping[bytes, Object]) -> Dictionary:
    """Give a name tree of one node. Names are ordered as bytes, which typst writes as UTF-8."""
    return Dictionary(Names=Array([one for name in sorted(named) for one in (String(name), named[name])]))


def _named(tree: Object | None) -> Iterator[tuple[bytes, Object]]:
    """Give the names of a name tree, each with what it names."""
    listed = _entries(tree, "/Names") if tree is not None else iter(())
    for name, named in zip(listed, listed, strict=True):
        yield bytes(name), named


def _entries(tree: Object, key: str) -> Iterator[Object]:
    """Give the entries of a name tree or a number tree, in order."""
    yield from tree.get(key, [])
    for kid in tree.get("/Kids", []):
        yield from _entries(kid, key)


def _identity(document: Pdf) -> bytes:
    """Give what tells a gathering from any other, by its content."""
    return str(document.open_metadata()[f"{{{_IDENTIFIED}}}InstanceID"]).encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(bind([Path(name) for name in sys.argv[1:]], json.loads(sys.stdin.buffer.read())))
