"""``prosess ros diff``: what moved between two versions of an analysis, and why."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, Lang, PageFormat, PageOutput, Tongue

if TYPE_CHECKING:
    from prosess.cli.ros.versions import Version
    from prosess.contracts import Movements

Operands = Annotated[
    str,
    typer.Argument(
        metavar="A..B",
        help="Two versions: each a git revision, a folder with ros.yaml, or an assessment as JSON. Without B, the "
        "folder as it stands.",
    ),
]
Folder = Annotated[
    Path | None, typer.Option("--ros", help="Folder of the risk assessment, where A or B is a revision.", metavar="ROS")
]
Env = Annotated[
    Path | None,
    typer.Option("--env", help="Environment file whose plan a folder or a revision is held against.", metavar="ENV"),
]

_BETWEEN = re.compile(r"(?<=[^/.])\.\.(?=$|[^.]|\.{1,2}/)")
"""Two dots that are no step up a folder: such a step stands first, or after a slash."""


def diff(
    versions: Operands,
    ros: Folder = None,
    env: Env = None,
    as_of: AsOf = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Tell what moved from A to B, by which resource, rule, text or decision, and who must look again."""
    from prosess.cli.output import emit, show, table
    from prosess.cli.ros.versions import version_of
    from prosess.domain.text import Language
    from ros.diff.told import headline, listings, markdown

    before, after = (version_of(operand, ros, env, as_of=as_of, lang=lang) for operand in _operands(versions, lang))
    found = between(before, after)
    language, files = Language(lang.value), after.files
    if output is PageFormat.JSON:
        emit(found.to_bytes())
    elif output is PageFormat.MARKDOWN:
        emit(markdown(found, (before.name, after.name), language, files).encode())
    else:
        for listing in listings(found, language, files, all_causes=True):
            if listing.rows:
                table(listing.headings, listing.rows, title=listing.title)
        show(headline(found, language))


def _operands(versions: str, lang: Tongue) -> list[str]:
    from prosess.cli.refusing import refused

    parts = _BETWEEN.split(versions)
    if len(parts) != 2 or not parts[0]:
        raise refused(Exit.USAGE, "ROS_DIFF_FORM", lang, where=versions)
    return parts


def between(before: "Version", after: "Version") -> "Movements":
    """Give what moved; a resource that was renamed by an alias is the same one where both plans are at hand."""
    from infra.planning.diff import compare
    from ros.diff import movements

    renamed = {}
    if before.graph and after.graph:
        changes = compare(before.graph, after.graph).changes
        renamed = {one.old_urn: one.urn for one in changes if one.old_urn and one.old_urn != one.urn}
    files = (before.files, after.files) if before.files and after.files else None
    policies = (before.policy_revision, after.policy_revision)
    return movements(before.assessment, after.assessment, files=files, renamed=renamed, policies=policies)
