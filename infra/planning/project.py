"""Another's Pulumi project, as its own files declare it: which program, whose interpreter, which configuration.

Read are ``Pulumi.yaml`` and one ``Pulumi.<stack>.yaml``, by the same reader as our own files. Nothing is run here.
A single Python file is a project too, and a function in it may be the program (what the engine's automation interface
calls an inline program).
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from infra.refusal import refusal
from prosess.documents import Document, DocumentError, load

PROJECT_FILE: Final = "Pulumi.yaml"
DEFAULT_STACK: Final = "dev"
"""The stack of a project that has no stack file: what ``pulumi new`` suggests."""
PLACEHOLDER: Final = "placeholder-of-an-encrypted-value"
"""Stands where a stack file holds what only its own key could open; as a secret, where it is the whole value."""

_VENVS: Final = (".venv", "venv")
_PYTHONS: Final = ("bin/python", "Scripts/python.exe")
_SCHEMA_KEYS: Final = frozenset({"type", "items", "default", "value", "secret", "description"})
_OWN_VENV_TOOLS: Final = frozenset({"uv", "poetry"})


@dataclass(frozen=True)
class Needed:
    """Configuration that a program requires and does not have."""

    key: str
    kind: str = "string"
    secret: bool = False


@dataclass(frozen=True)
class Project:
    """What there is to run."""

    name: str
    folder: Path
    program: Path
    """The folder of the program, or its file."""
    function: str | None
    stack: str
    interpreter: Path
    config: Mapping[str, Any] = field(default_factory=dict)
    """Full key → value, ``{"secure": text}`` for a secret."""
    missing: tuple[Needed, ...] = ()
    """What the project file declares without a default, and nobody gave."""
    encrypted: tuple[str, ...] = ()
    """Keys whose value is encrypted, so that a placeholder stands for it."""


def read_project(
    path: Path, *, stack: str | None = None, interpreter: Path | None = None, config: Sequence[str] = ()
) -> Project:
    """Read a project.

    Args:
        path: its folder, its ``Pulumi.yaml``, or a Python file, with ``:function`` behind it for an inline program.
        stack: whose configuration; may be left out where there is no more than one.
        interpreter: a Python with the program's packages, or the folder of its virtual environment; where it is not
            given, the one that the project names or has beside it.
        config: ``KEY=VALUE`` each, over what the files say; a key without a colon belongs to the project.

    Raises:
        DocumentError: with all that is wrong with one of its files.
        DomainError: where something is missing, or given wrongly.
    """
    given = _given(config)
    file, function = _program_file(path)
    if file is not None:
        name, folder, program, document = file.parent.name, file.parent, file, None
        options: Mapping[str, Any] = {}
    else:
        document = _project_file(path)
        folder = (path if path.is_dir() else path.parent).absolute()
        name = _text(document, "name")
        options = _python_options(document)
        program = _main(document, folder)
    stack = _stack(folder, stack)
    python = _interpreter(folder, options, interpreter)
    settings = _Settings(name)
    if document is not None:
        settings.of_project(document)
    settings.of_stack(folder / f"Pulumi.{stack}.yaml")
    settings.of_command_line(given)
    return Project(
        name=name,
        folder=folder,
        program=program,
        function=function,
        stack=stack,
        interpreter=python,
        config=settings.values,
        missing=tuple(settings.declared[key] for key in sorted(settings.declared) if key not in settings.values),
        encrypted=tuple(sorted(settings.encrypted)),
    )


def _given(config: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for item in config:
        key, equals, value = item.partition("=")
        if not equals or not key.strip():
            raise refusal("SCAN_CONFIG_FORM", facts={"count": len(given) + 1})
        given[key.strip()] = value
    return given


def _program_file(path: Path) -> tuple[Path | None, str | None]:
    """Give the Python file and the function that a path names, where it names such."""
    head, colon, function = path.name.rpartition(":")
    file = path.with_name(head) if colon and head.endswith(".py") else path
    if file.suffix != ".py":
        return None, None
    if not file.is_file():
        raise refusal("SCAN_NO_PROGRAM", facts={"path": file.name})
    return file.absolute(), function or None if file != path else None


def _project_file(path: Path) -> Document[None]:
    file = path
    if path.is_dir():
        file = next((path / name for name in (PROJECT_FILE, "Pulumi.yml") if (path / name).is_file()), path)
    if not file.is_file():
        raise refusal("SCAN_NO_PROJECT", facts={"path": path.absolute().name})
    document = load(file)
    if not isinstance(document.data, dict):
        raise DocumentError([document.problem(refusal("SCAN_FORM", facts={"key": "name"}))])
    return document


def _text(document: Document[None], key: str) -> str:
    value = document.data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(document, key)
    return value


def _wrong(document: Document[None], key: str) -> DocumentError:
    return DocumentError([document.problem(refusal("SCAN_FORM", facts={"key": key}), [key])])


def _python_options(document: Document[None]) -> Mapping[str, Any]:
    """Give the options of the runtime, which has to be Python."""
    runtime: Any = document.data.get("runtime")
    options: Any = {}
    if isinstance(runtime, dict):
        runtime, options = runtime.get("name"), runtime.get("options") or {}
    if not isinstance(runtime, str) or not isinstance(options, dict):
        raise _wrong(document, "runtime")
    if runtime != "python":
        error = refusal("SCAN_RUNTIME", facts={"runtime": runtime})
        raise DocumentError([document.problem(error, ["runtime"])])
    return options


def _main(document: Document[None], folder: Path) -> Path:
    main = document.data.get("main") or "."
    if not isinstance(main, str):
        raise _wrong(document, "main")
    program = (folder / main).resolve()
    inside = program.is_relative_to(folder.resolve())
    file = program / "__main__.py" if program.is_dir() else program
    if not inside or not file.is_file():
        error = refusal("SCAN_MAIN", facts={"main": main})
        raise DocumentError([document.problem(error, ["main"])])
    return program


def _stack(folder: Path, stack: str | None) -> str:
    """Give the stack's name: the one that is asked for, or the only one that there is."""
    found = sorted(
        name
        for file in folder.glob("Pulumi.*.yaml")
        if (name := file.name.removeprefix("Pulumi.").removesuffix(".yaml"))
    )
    if stack is not None:
        if found and stack not in found:
            raise refusal("SCAN_NO_STACK", facts={"stack": stack, "known": found})
        return stack
    if len(found) > 1:
        raise refusal("SCAN_WHICH_STACK", facts={"known": found})
    return found[0] if found else DEFAULT_STACK


def _interpreter(folder: Path, options: Mapping[str, Any], given: Path | None) -> Path:
    """Give the program's Python, never resolved: a virtual environment's is a link that knows where it stands."""
    if given is not None:
        on_path = shutil.which(str(given)) if given.name == str(given) else None
        found = Path(on_path) if on_path else _python_in(given) or given
        if not found.is_file():
            raise refusal("SCAN_NO_PYTHON", facts={"python": str(given)})
        return found.absolute()
    named = options.get("virtualenv")
    if named is None and options.get("toolchain") in _OWN_VENV_TOOLS:
        named = ".venv"
    if isinstance(named, str):
        if python := _python_in(folder / named):
            return python
        raise refusal("SCAN_NO_VENV", facts={"venv": named})
    for name in _VENVS:
        if python := _python_in(folder / name):
            return python
    raise refusal("SCAN_WHICH_PYTHON")


def _python_in(venv: Path) -> Path | None:
    return next((found.absolute() for name in _PYTHONS if (found := venv / name).is_file()), None)


class _Settings:
    """Configuration as it is put together; what comes later wins."""

    def __init__(self, project: str) -> None:
        self._project = project
        self.values: dict[str, Any] = {}
        self.declared: dict[str, Needed] = {}
        self.encrypted: set[str] = set()

    def _full(self, key: str) -> str:
        return key if ":" in key else f"{self._project}:{key}"

    def of_project(self, document: Document[None]) -> None:
        """Take the defaults that the project file declares, and note what it declares without one."""
        for key, value in self._mapping(document).items():
            schema = value if isinstance(value, dict) and value.keys() <= _SCHEMA_KEYS else {"value": value}
            full = self._full(key)
            default = schema.get("value", schema.get("default"))
            secret = schema.get("secret") is True
            if default is not None:
                self.values[full] = {"secure": _plain(default)} if secret else default
            elif "type" in schema:
                self.declared[full] = Needed(full, str(schema["type"]), secret)

    def of_stack(self, file: Path) -> None:
        """Take a stack file's configuration; what is encrypted in it is answered by a placeholder."""
        if not file.is_file():
            return
        document = load(file)
        if not isinstance(document.data, dict):
            raise DocumentError([document.problem(refusal("SCAN_FORM", facts={"key": "config"}))])
        for key, value in self._mapping(document).items():
            full = self._full(key)
            opened, encrypted = _opened(value)
            if encrypted:
                self.encrypted.add(full)
            self.values[full] = {"secure": _plain(opened)} if encrypted else "" if opened is None else opened

    def of_command_line(self, given: Mapping[str, str]) -> None:
        """Take what was given by hand. What is a secret elsewhere stays one."""
        for key, value in given.items():
            full = self._full(key)
            before = self.values.get(full)
            secret = isinstance(before, dict) and before.keys() == {"secure"}
            declared = self.declared.get(full)
            self.values[full] = {"secure": value} if secret or (declared and declared.secret) else value
            self.encrypted.discard(full)

    @staticmethod
    def _mapping(document: Document[None]) -> Mapping[str, Any]:
        config = document.data.get("config") or {}
        if not isinstance(config, dict):
            raise _wrong(document, "config")
        return {key: value for key, value in config.items() if not key.startswith("pulumi:")}  # the engine's own


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _opened(value: Any) -> tuple[Any, bool]:
    """Put the placeholder where a value, or a part of it, is encrypted; tell whether it was."""
    if isinstance(value, dict):
        if value.keys() == {"secure"}:
            return PLACEHOLDER, True
        parts = {key: _opened(item) for key, item in value.items()}
        return {key: part for key, (part, _) in parts.items()}, any(found for _, found in parts.values())
    if isinstance(value, list):
        items = [_opened(item) for item in value]
        return [item for item, _ in items], any(found for _, found in items)
    return value, False
