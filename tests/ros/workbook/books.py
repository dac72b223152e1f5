"""Workbooks that the tests make: ours, with one thing changed, and others'."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import load_workbook

from prosess.documents import DocumentError
from prosess.domain.text import Language
from ros.criteria import read_profile
from ros.model import AnalysisFiles, RiskFile
from ros.workbook import add_risk_sheets
from tests.ros.worlds import analysis

PROFILE = read_profile("illustrative-4x4@1")


def ours(path: Path, files: AnalysisFiles, language: Language = Language.NB) -> Path:
    workbook = xlsxwriter.Workbook(str(path))
    add_risk_sheets(workbook, files, language)
    workbook.close()
    return path


def files_of(*risks: RiskFile, **changes: Any) -> AnalysisFiles:
    return AnalysisFiles(analysis=analysis(**changes), profile=PROFILE, controls=(), risks=risks)


def edit(path: Path, change: Callable[[Any], None]) -> Path:
    """Change a workbook as a person would, and save it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def foreign(path: Path, *rows: list[Any], sheet: str = "ROS") -> Path:
    workbook = xlsxwriter.Workbook(str(path))
    page = workbook.add_worksheet(sheet)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(number, column, value)
    workbook.close()
    return path


def with_part(path: Path, name: str, data: bytes, *, instead: bool = False) -> Path:
    """Put one more part into a workbook's archive, or another in the place of one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if not (instead and entry.filename == name):
                new.writestr(entry, old.read(entry.filename))
        new.writestr(name, data)
    path.write_bytes(packed.getvalue())
    return path


def told(error: DocumentError) -> list[tuple[str, str]]:
    """Code and cell of each problem."""
    return [(problem.code, problem.path) for problem in error.problems]
