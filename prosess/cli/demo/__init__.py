"""``prosess demo``: the main job on the example of Helse Sør-Øst, told in a few lines a step."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.options import Format, Lang, Output, Tongue

AS_OF = datetime(2023, 10, 5)
"""The day on which the real project reported its delay."""


def demo(
    example: Annotated[Path, typer.Option("--example", help="The region's folder.", metavar="FOLDER")] = Path(
        "examples/helse-sor-ost"
    ),
    to: Annotated[Path, typer.Option("--to", help="Where the documents are written.", metavar="FOLDER")] = Path(
        "build/demo"
    ),
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Keep the service running afterwards (needs a terminal).")
    ] = True,
    port: Annotated[int, typer.Option("--port", help="Port of the service; 0 takes a free one.", min=0, max=65535)] = 0,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Plan, judge, assess and onboard the example, as of 5 October 2023."""
    from prosess.cli.demo.job import Job
    from prosess.cli.demo.story import Story
    from prosess.cli.output import emit_json

    story = Story(lang, silent=output is Format.JSON)
    job = Job(example, to, story, as_of=AS_OF, port=port)
    with job.service():
        job.run()
        if output is Format.JSON:
            emit_json(story.document())
        elif serve and sys.stdin.isatty() and sys.stdout.isatty():
            job.stay()
    if output is not Format.JSON and not (serve and sys.stdin.isatty() and sys.stdout.isatty()):
        story.close(job.again())
