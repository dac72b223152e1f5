"""What a render writes, and what it leaves alone."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from infra.arm import RenderError, Scope, Template
from prosess.cli.app import app
from prosess.cli.env.render import RECORD, write
from prosess.cli.exit import CommandError
from prosess.cli.text import text

pytestmark = pytest.mark.usefixtures("planned_in_forks")

PROD = Path(__file__).parents[4] / "examples" / "helse-sor-ost" / "environments" / "sandbox.yaml"


def template(name: str) -> Template:
    return Template(name, Scope("tenant"), {"resources": []}, {})


def test_templates_are_written_and_those_of_an_earlier_render_taken_away(tmp_path: Path) -> None:
    to = tmp_path / "new" / "folder"
    write((template("a"), template("b")), to)
    assert {path.name for path in to.iterdir()} == {RECORD, "a.json", "b.json"}
    write((template("b"), template("c")), to)
    assert {path.name for path in to.iterdir()} == {RECORD, "b.json", "c.json"}
    assert (to / "c.json").read_bytes() == template("c").to_bytes()


def test_a_folder_with_somebody_elses_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "theirs.json").write_text("{}")
    with pytest.raises(CommandError) as refused:
        write((template("a"),), tmp_path)
    assert refused.value.code == "FOLDER_NOT_OURS"
    assert "theirs.json" in refused.value.message
    assert {path.name for path in tmp_path.iterdir()} == {"theirs.json"}


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError) as refused:
        write((template("a"),), tmp_path / "file")
    assert refused.value.code == "FOLDER_NOT_WRITABLE"


def test_a_record_names_no_file_outside_the_folder(tmp_path: Path) -> None:
    to = tmp_path / "to"
    to.mkdir()
    outside = tmp_path / "outside.json"
    outside.write_text("{}")
    (to / RECORD).write_text(json.dumps(["../outside.json", "..", 1]))
    write((template("a"),), to)
    assert outside.exists()


def test_the_command_writes_what_it_prints(tmp_path: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(app, ["env", "render", str(PROD), "--to", str(tmp_path / "out"), "-o", "json"])
    assert done.exit_code == 0, done.output
    printed = json.loads(done.stdout)
    assert printed["not_rendered"] == []
    written = {path.stem: json.loads(path.read_text()) for path in (tmp_path / "out").glob("[!.]*.json")}
    assert written == printed["templates"]
    assert sum(len(each["resources"]) for each in written.values()) > 40


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_resource_without_a_rule_ends_the_command_by_name(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RenderError("no_rule", "urn:x", "azure-native:nosuch:Thing", "no rule for this type")

    monkeypatch.setattr("infra.arm.render", refuse)
    done = CliRunner().invoke(app, ["env", "render", str(PROD), "--lang", lang])
    assert isinstance(done.exception, CommandError)
    assert (done.exception.code, done.exception.where) == ("RENDER_NO_RULE", "urn:x")
    assert "azure-native:nosuch:Thing" in done.exception.message


@pytest.mark.parametrize("reason", ["other_provider", "existing"])
def test_every_reason_to_leave_a_resource_out_has_words(reason: str) -> None:
    from prosess.cli.options import Tongue

    assert len({text(f"env.render.{reason}", lang) for lang in Tongue}) == 3
