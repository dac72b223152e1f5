"""An environment as a git revision has it, planned by that revision's own program."""

import shutil
import signal
import subprocess
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.refusing import refused

if TYPE_CHECKING:
    from prosess.contracts import Graph

GIT_SECONDS = 120.0
"""How long one call of git may take; a checkout of a large history is seconds."""
PLAN_SECONDS = 300.0


def is_revision(operand: str) -> bool:
    """Tell whether an operand is ``REVISION:path`` and no file's name."""
    revision, colon, path = operand.partition(":")
    return bool(revision and colon and path) and not Path(operand).exists()


def planned_at(
    operand: str, *, onboarding: Path | None = None, lang: Tongue = Tongue.EN, seconds: float = PLAN_SECONDS
) -> "Graph":
    """Plan the environment file of ``REVISION:path``.

    The revision is unpacked into a folder of its own, which is gone when this returns or raises; the repository and
    its work tree are not touched. The program is the revision's, the interpreter and the recorder are ours.

    Args:
        operand: ``REVISION:path``, the path from the repository's root, or from here where it begins with ``./``.
        onboarding: approved tenants and pathways.
        lang: the reader's language.
        seconds: until the program is stopped.

    Raises:
        CommandError: exit 3, where there is no such revision or file, or its program does not plan; 4 without git.
    """
    with unpacked(operand, lang=lang) as at:
        return at.planned(onboarding=onboarding, lang=lang, seconds=seconds)


@dataclass(frozen=True)
class Unpacked:
    """A revision's files in a passing folder."""

    operand: str
    checkout: Path
    root: Path
    """The project's folder, which holds the revision's program."""
    file: Path
    """The file that the operand names."""

    def planned(
        self, *, onboarding: Path | None = None, lang: Tongue = Tongue.EN, seconds: float = PLAN_SECONDS
    ) -> "Graph":
        """Plan the environment file by the revision's own program."""
        return _planned(self.root, self.file, self.operand, onboarding, lang, seconds)


@contextmanager
def unpacked(operand: str, *, lang: Tongue = Tongue.EN) -> Iterator[Unpacked]:
    """Unpack the revision of ``REVISION:path`` into a folder that is gone afterwards.

    Raises:
        CommandError: exit 3, where there is no such revision or file, or no program beside it; 4 without git.
    """
    revision, _, path = operand.partition(":")
    commit, file = _found(revision, path, operand, lang)
    with _ended_as_by_hand(), tempfile.TemporaryDirectory(prefix="prosess-revision-") as folder:
        checkout = _unpack(commit, Path(folder).resolve(), operand, lang)
        root = _program_of(checkout, file, operand, lang)
        yield Unpacked(operand=operand, checkout=checkout, root=root, file=checkout / file)


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Let a pipeline that is cancelled end this as Ctrl-C does: the folder goes, and the program with it."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _found(revision: str, path: str, operand: str, lang: Tongue) -> tuple[str, PurePosixPath]:
    """Give the commit, and the file's path from the repository's root."""
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", lang=lang)
    if commit.returncode:
        raise refused(Exit.INVALID, "REVISION_UNKNOWN", lang, where=operand, revision=revision)
    sha = commit.stdout.decode().strip()
    if path.startswith(("./", "../")):
        path = _git("rev-parse", "--show-prefix", lang=lang).stdout.decode().strip() + path
    parts: list[str] = []
    for part in PurePosixPath(path).parts:
        if part == "..":
            parts = parts[:-1] if parts else ["", ""]  # above the root: no file is there
        else:
            parts.append(part)
    file = PurePosixPath(*parts)
    kind = _git("cat-file", "-t", f"{sha}:{file}", lang=lang)
    if kind.stdout.strip() != b"blob":
        raise refused(Exit.INVALID, "REVISION_FILE_MISSING", lang, where=operand, file=path, revision=revision)
    return sha, file


def _git(*arguments: str, lang: Tongue) -> "subprocess.CompletedProcess[bytes]":
    if (git := shutil.which("git")) is None:
        raise refused(Exit.NOT_ASSESSED, "GIT_MISSING", lang)
    try:
        return subprocess.run(
            [git, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=GIT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise refused(Exit.INVALID, "GIT_SLOW", lang, seconds=int(GIT_SECONDS)) from error


def _unpack(commit: str, folder: Path, operand: str, lang: Tongue) -> Path:
    """Give the folder below ``folder`` that holds the revision's files."""
    packed, checkout = folder / "packed.tar", folder / "checkout"
    top = _git("rev-parse", "--show-toplevel", lang=lang).stdout.decode().strip()
    archived = _git("-C", top, "archive", "--format=tar", f"--output={packed}", commit, lang=lang)
    if archived.returncode:
        raise refused(Exit.INVALID, "REVISION_UNREADABLE", lang, where=operand)
    try:
        with tarfile.open(packed) as archive:
            archive.extractall(checkout, filter="data")  # nothing outside the folder, whatever the names say
    except tarfile.TarError as error:
        raise refused(Exit.INVALID, "REVISION_UNREADABLE", lang, where=operand) from error
    return checkout


def _program_of(checkout: Path, file: PurePosixPath, operand: str, lang: Tongue) -> Path:
    """Give the folder of the project: the nearest above the file that holds the program and its vocabulary."""
    for folder in (checkout / file).parents:
        if (folder / "infra" / "__main__.py").is_file() and (folder / "prosess" / "__init__.py").is_file():
            return folder
        if folder == checkout:
            break
    raise refused(Exit.INVALID, "REVISION_WITHOUT_PROGRAM", lang, where=operand)


def _planned(root: Path, file: Path, operand: str, onboarding: Path | None, lang: Tongue, seconds: float) -> "Graph":
    from infra.planning.graph import PlanError
    from infra.planning.offline import plan
    from prosess.cli.planning import PROJECT, ended
    from prosess.cli.reviewed import reading
    from prosess.documents import load

    with reading(lang):
        told = load(file).data
    # Only what names the plan is read here: what the rest of the file means is for the revision's own program to say.
    name = told.get("name") if isinstance(told, dict) else None
    azure = told.get("azure") if isinstance(told, dict) else None
    if not isinstance(name, str) or not name:
        raise refused(Exit.INVALID, "REVISION_NO_ENVIRONMENT", lang, where=operand)
    config = {"environment": str(file)} | ({"onboarding": str(onboarding.absolute())} if onboarding else {})
    try:
        return plan(
            root / "infra",
            project=PROJECT,
            stack=name,
            config=config,
            subscription=azure.get("subscription") if isinstance(azure, dict) else None,
            # Its own packages come before ours, which this interpreter may have installed.
            environment={"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=seconds,
        )
    except PlanError as error:
        raise _without_folder(ended(error, operand), root) from error


def _without_folder(error: CommandError, root: Path) -> CommandError:
    """Take the passing folder out of what is told: it is gone when somebody reads it."""
    message, hint = (part.replace(f"{root}/", "") for part in (error.message, error.hint))
    return CommandError(error.exit_code, error.code, message, hint=hint, where=error.where)
