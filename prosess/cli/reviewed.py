"""Reading reviewed files for a command: a mistake in one ends the command with exit 3 and all of its mistakes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.domain.base import Model

if TYPE_CHECKING:
    from prosess.domain.environment import Environment
    from prosess.domain.organisation import Region

M = TypeVar("M", bound=Model)


@contextmanager
def reading(lang: Tongue) -> Iterator[None]:
    """Turn every mistake of a reviewed file into the error that ends a command, in the reader's language.

    Raises:
        CommandError: exit 3, with every mistake.
    """
    from prosess.documents import DocumentError

    try:
        yield
    except DocumentError as error:
        raise CommandError(
            Exit.INVALID,
            error.problems[0].code if len(error.problems) == 1 else "INVALID_DOCUMENT",
            error.render(lang.value, _worded),
            mistakes=[problem.to_json(lang.value, _worded) for problem in error.problems],
        ) from error


def _worded(code: str, language: str, facts: Mapping[str, Any]) -> tuple[str, str] | None:
    from prosess.domain.errors import DomainError
    from prosess.domain.text import Language
    from prosess.domain.text.refusals import explain

    try:
        return explain(DomainError(code, "", facts=facts), Language(language))
    except KeyError:
        return None  # what reads documents has its own words


def read_file(model: type[M], path: Path, lang: Tongue) -> M:
    """Read a reviewed file.

    Raises:
        CommandError: exit 3, with every mistake of the file.
    """
    from prosess.documents import read

    with reading(lang):
        return read(model, path)


def region_of(path: Path, lang: Tongue) -> "Region":
    """Read the region that a reviewed file belongs to."""
    from prosess.cli.workspace import region_file
    from prosess.domain.organisation import Region

    return read_file(Region, region_file(path), lang)


def environment_of(path: Path, lang: Tongue) -> "Environment":
    """Read an environment file, and hold it against its region's register and what the program could plan.

    Raises:
        CommandError: exit 3, with every mistake.
    """
    from infra.feasibility import problems as infeasible
    from prosess.documents import DocumentError, read_document
    from prosess.domain.environment import Environment
    from prosess.domain.errors import DomainError

    region = region_of(path, lang)
    with reading(lang):
        document = read_document(Environment, path)
        environment = document.value
        problems = [document.problem(found) for found in infeasible(environment)]
        if environment.region != region.id:
            other = DomainError(
                "OTHER_REGION",
                f"names another region than the region file beside it, `{region.id}`",
                facts={"region": region.id},
                hint=f"write `{region.id}`, or move the file to its own region's folder",
            )
            problems.append(document.problem(other, ["region"]))
        for key in ("data_controller", "cost_owner"):
            if getattr(environment, key) not in region.numbers:
                unknown = DomainError(
                    "ORGANISATION_NOT_IN_REGISTER",
                    f"{key} is not among the organisations of the region file",
                    facts={"key": key, "organisation": getattr(environment, key)},
                    hint="name an organisation of the region, or add it to the region file",
                )
                problems.append(document.problem(unknown, [key]))
        if problems:
            raise DocumentError(problems)
    return environment
