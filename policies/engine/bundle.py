"""The rules as one unit: their sources, their revision, their entry points, and what they may call.

Every engine is built from the same :class:`RuleBundle`, so a revision names what was judged by, whichever engine
judged. The embedded engine compiles without checking (a call of an unknown function is merely undefined there), so
the sources are held to an allow-list of built-ins before they are loaded.
"""

import gzip
import hashlib
import io
import json
import re
import tarfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from policies.engine.protocol import PolicyError, PolicyErrorCode

RULES = Path(__file__).parent.parent / "rules"
"""The project's own rules."""

ENTRY_RULES = ("results", "decision")
"""A package outside ``lib`` that defines a rule of one of these names has it as an entry point."""

ALLOWED_BUILTINS = frozenset(
    {
        *("abs", "ceil", "floor", "round", "max", "min", "sum", "product", "numbers.range", "to_number", "format_int"),
        *("is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string"),
        *("array.concat", "array.reverse", "array.slice", "count", "sort", "intersection", "union"),
        *("object.filter", "object.get", "object.keys", "object.remove", "object.union"),
        *("concat", "contains", "endswith", "indexof", "lower", "upper", "regex.match", "replace", "split", "sprintf"),
        *("startswith", "substring", "trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix"),
    }
)
"""Pure functions that both engines have and answer alike.

Not among them: ``http.send``, ``net.*``, ``opa.runtime``, ``rego.*``, ``time.now_ns``, ``rand.*``, ``uuid.*``,
``print``, ``trace``. What a rule needs from outside comes as input; dates compare as ISO text.
"""

_PACKAGE = re.compile(r"^package\s+([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)\s*$", re.MULTILINE)
_IMPORT = re.compile(r"^import\s+data\.([a-z0-9_.]+?)(?:\s+as\s+([a-z_][a-z0-9_]*))?\s*$", re.MULTILINE)
_DEFINED = re.compile(r"^(?:default\s+)?([a-z_][a-z0-9_]*)\(", re.MULTILINE)
_CALL = re.compile(r"(?<![\w.])([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)\(")
_WITH = re.compile(r"\bwith\s+(?:input|data)\b")
_NOT_CODE = re.compile(r'"(?:\\.|[^"\\\n])*"|`[^`]*`|#[^\n]*')
_WORDS_BEFORE_A_PARENTHESIS = frozenset({"in", "if", "not", "else", "some", "every", "contains"})


@dataclass(frozen=True)
class Module:
    """One file of rules."""

    path: str
    """Path below the rules' folder, with forward slashes."""
    source: str

    @cached_property
    def package(self) -> str:
        """Dotted name of the package, such as ``infra.key_vault``."""
        match = _PACKAGE.search(self.source)
        if match is None:
            raise PolicyError(PolicyErrorCode.RULES_INVALID, f"{self.path} names no package")
        return match.group(1)

    @cached_property
    def code(self) -> str:
        """The source with its comments and string literals blanked."""
        return _NOT_CODE.sub(lambda match: '""' if match.group(0)[0] != "#" else "", self.source)

    def entrypoints(self, rules: tuple[str, ...]) -> tuple[str, ...]:
        """Entry points of this file's package: those of these rules that it defines."""
        if self.package.split(".")[0] == "lib":
            return ()
        path = self.package.replace(".", "/")
        return tuple(f"{path}/{rule}" for rule in rules if re.search(rf"^{rule}\b", self.code, re.MULTILINE))

    def calls(self) -> frozenset[str]:
        """Functions called here that neither this file nor an imported package defines."""
        own = set(_DEFINED.findall(self.code))
        imported = {alias or package.rpartition(".")[2] for package, alias in _IMPORT.findall(self.source)}
        return frozenset(
            name
            for name in _CALL.findall(self.code)
            if name not in own | _WORDS_BEFORE_A_PARENTHESIS and name.partition(".")[0] not in imported
        )


@dataclass(frozen=True)
class RuleBundle:
    """All rules of one folder, tests left out, sorted by path."""

    modules: tuple[Module, ...]
    entry_rules: tuple[str, ...] = ENTRY_RULES
    """Names of the rules that are entry points."""

    @cached_property
    def revision(self) -> str:
        """``sha256:…`` over the sorted (path, bytes) of the rules."""
        digest = hashlib.sha256()
        for module in self.modules:
            for part in (module.path.encode(), module.source.encode()):
                digest.update(len(part).to_bytes(8, "big") + part)
        return "sha256:" + digest.hexdigest()

    @cached_property
    def entrypoints(self) -> tuple[str, ...]:
        """Every entry point, sorted."""
        return tuple(sorted({entry for module in self.modules for entry in module.entrypoints(self.entry_rules)}))

    @cached_property
    def packages(self) -> frozenset[str]:
        """Dotted names of all packages."""
        return frozenset(match.group(1) for module in self.modules if (match := _PACKAGE.search(module.source)))

    def check(self) -> None:
        """Hold the rules to what both engines do alike.

        Raises:
            PolicyError: ``POLICY_RULES_INVALID``, naming every built-in outside the allow-list and every import
                of a package that is not there.
        """
        troubles = []
        for module in self.modules:
            if not _PACKAGE.search(module.source):
                troubles.append(f"{module.path} names no package")
                continue
            troubles += [f"{module.path} calls {name}" for name in sorted(module.calls() - ALLOWED_BUILTINS)]
            if _WITH.search(module.code):
                troubles.append(f"{module.path} uses with, on which the embedded engine may abort")
            troubles += [
                f"{module.path} imports data.{package}, which is not there"
                for package, _ in _IMPORT.findall(module.source)
                if package not in self.packages
            ]
        if not self.modules:
            troubles.append("there are no rules")
        if troubles:
            raise PolicyError(PolicyErrorCode.RULES_INVALID, "; ".join(troubles))

    def archive(self) -> bytes:
        """Give the rules as an OPA bundle (``.tar.gz``) whose manifest carries the revision; same rules, same bytes."""
        roots = sorted({package.split(".")[0] for package in self.packages})
        files = {".manifest": json.dumps({"revision": self.revision, "roots": roots}, sort_keys=True)}
        files |= {module.path: module.source for module in self.modules}
        buffer = io.BytesIO()
        with (
            gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar,
        ):
            for path, text in sorted(files.items()):
                content = text.encode()
                entry = tarfile.TarInfo("/" + path)
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
        return buffer.getvalue()


def load(root: Path = RULES) -> RuleBundle:
    """Read the rules below a folder, without ``*_test.rego``.

    Raises:
        PolicyError: ``POLICY_RULES_INVALID`` where there are none, or where they call or import what they may not.
    """
    paths = sorted(path for path in root.rglob("*.rego") if not path.name.endswith("_test.rego"))
    bundle = RuleBundle(
        tuple(Module(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    )
    bundle.check()
    return bundle
