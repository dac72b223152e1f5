"""The options that several verbs share: a flag means the same everywhere."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

OSLO = ZoneInfo("Europe/Oslo")


class Format(StrEnum):
    """How data is printed."""

    TABLE = "table"
    JSON = "json"


class PageFormat(StrEnum):
    """How data is printed that also goes on a page."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


class Tongue(StrEnum):
    """Languages of what is printed; commands, keys and codes are English.

    The same tags as ``prosess.domain.text.Language``, which costs the import of the models: help must not wait for it.
    """

    NB = "nb"
    NN = "nn"
    EN = "en"


EnvironmentFile = Annotated[
    Path, typer.Argument(metavar="ENV", help="Path of an environment file, such as environments/prod.yaml.")
]
Output = Annotated[Format, typer.Option("--output", "-o", help="Print a table, or the contract document as JSON.")]
PageOutput = Annotated[
    PageFormat,
    typer.Option("--output", "-o", help="Print a table, the contract document as JSON, or Markdown for a page."),
]
Lang = Annotated[Tongue, typer.Option("--lang", envvar="PROSESS_LANG", help="Language of texts.")]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Judge as on this day (Europe/Oslo); today where not given."),
]
Server = Annotated[
    str,
    typer.Option("--server", envvar="PROSESS_SERVER", help="Address of the service.", metavar="URL"),
]
OnboardingFile = Annotated[
    Path | None, typer.Option("--onboarding", help="Approved tenants and pathways (onboarding/1), planned too.")
]
DEFAULT_SERVER = "http://127.0.0.1:8000"
