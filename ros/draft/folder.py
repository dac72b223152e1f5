"""Writing a draft's folder: every file or none, and never over what is there."""

from collections.abc import Iterable
from pathlib import Path

from prosess.documents import read_text, write_all
from prosess.domain.base import Model
from prosess.domain.text.refusals import refusal
from ros.criteria import Profile
from ros.draft.drafting import DraftFile
from ros.model import Analysis, Control, RiskFile


def write_folder(folder: Path, files: Iterable[DraftFile]) -> tuple[Path, ...]:
    """Write the files of a new assessment; give their paths, in the order written, ``ros.yaml`` last.

    Every file is read as what it is to be before any is written, and where one cannot be written, those that were
    are taken away again.

    Raises:
        DomainError: ``ROS_FOLDER_NOT_EMPTY``, where the folder holds anything, or is none.
        DocumentError: where a file would not be read again.
        OSError: where the folder cannot be written in.
    """
    ordered = sorted(files, key=lambda file: (file.path == "ros.yaml", file.path))
    refuse_used(folder)
    for file in ordered:
        _read_back(file)
    texts = {folder / file.path: file.text.encode() for file in ordered}
    write_all(texts)
    return tuple(texts)


def refuse_used(folder: Path) -> None:
    """Refuse a folder that holds anything.

    Raises:
        DomainError: ``ROS_FOLDER_NOT_EMPTY``.
    """
    if folder.is_dir():
        if any(folder.iterdir()):
            raise refusal("ROS_FOLDER_NOT_EMPTY")
    elif folder.exists():
        raise refusal("ROS_FOLDER_NOT_EMPTY")


def _read_back(file: DraftFile) -> None:
    kinds: dict[str, type[Model]] = {"risks": RiskFile, "controls": Control, "criteria": Profile, "ros.yaml": Analysis}
    read_text(kinds[file.path.partition("/")[0]], file.text, file.path)
