"""What a risk assessment is spoilt by: each has its own message, with file and line or cell, and writes nothing."""

import json
import sys
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from platform_api.identity.local import LocalIssuer, users_of
from platform_api.kit.clock import SystemClock
from prosess.cli.app import main
from prosess.cli.exit import Exit
from prosess.cli.options import Tongue
from prosess.cli.ros.signing import seal
from prosess.contracts import AttestationStatement
from prosess.domain.access import Stage
from prosess.domain.role import Role
from prosess.sealing.attesting import content_id
from ros.catalogue import catalogue_controls
from tests.e2e.conftest import EXAMPLE
from tests.ros.test_example import everything_passes, resources
from tests.ros.workbook.books import edit, files_of, ours
from tests.ros.worlds import evidence_of, findings_of, graph_of
from tests.ros.worlds import risk as made

DIGITS = "01" * 5 + "0"
TODAY = SystemClock().today()
UNTIL = (TODAY + timedelta(days=60)).isoformat()
DAY = "2023-10-05"
FACTS = next(one for one in catalogue_controls() if one.id == "CTRL-RESTORE-TEST").attestations[0].facts


@dataclass
class World:
    """A copy of the example that passes its gates, the evidence to it, and an office that may seal."""

    at: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    record: list[str] = field(default_factory=list)

    @property
    def ros(self) -> Path:
        return self.at / "ros"

    def spoil(self, file: str, old: str, new: str) -> None:
        path = self.at / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def run(self, *words: object) -> tuple[int, str]:
        """Run a command as the shell does; give its exit code and what it says on standard error."""
        self.monkeypatch.setattr(sys, "argv", ["prosess", "ros", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        return (code if isinstance(code, int) else 0), self.capsys.readouterr().err

    def be(self, user: str) -> None:
        issuer = LocalIssuer(users_of(None), folder=self.at / "issuer", stage=Stage.TEST, clock=SystemClock())
        (self.ros / "issuer-keys.json").write_text(json.dumps(issuer.public_keys.as_dict()))
        self.monkeypatch.setenv("PROSESS_TOKEN", issuer.token(user) or "")
        self.monkeypatch.setattr(
            sys,
            "argv",
            f"prosess ros seal-key {self.at}/key.pem --organisation 914637651 --issuer X --until {UNTIL}".split(),
        )
        with pytest.raises(SystemExit):
            main()
        (self.ros / "keys.yaml").write_text(self.capsys.readouterr().out)

    def files(self) -> dict[str, bytes]:
        return {str(path.relative_to(self.at)): path.read_bytes() for path in self.at.rglob("*") if path.is_file()}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> World:
    copytree(EXAMPLE / "ros", tmp_path / "ros")
    copytree(EXAMPLE / "ros-kols-siv", tmp_path / "ros-kols-siv")
    for waits_for_people in ("R12", "R13"):
        (tmp_path / "ros" / "risks" / f"{waits_for_people}.yaml").unlink()
    graph = graph_of(*resources())
    findings = findings_of(graph, everything_passes(graph))
    record = []
    for name, document in {
        "graph": graph,
        "findings": findings,
        "evidence": evidence_of(graph, findings),
    }.items():
        (tmp_path / f"{name}.json").write_bytes(document.to_bytes())
        record += [f"--{name}", str(tmp_path / f"{name}.json")]
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NO_COLOR", "1")
    return World(tmp_path, monkeypatch, capsys, record)


@dataclass(frozen=True)
class Case:
    """One way to spoil the input: how, the command to run, how it ends, what it says."""

    spoil: Callable[[World], object]
    code: int
    place: str
    nb: str
    en: str
    command: Callable[[World], tuple[object, ...]] = lambda world: ("check", world.ros, *world.record, "--as-of", DAY)


def _bomb() -> str:
    lines = ["title: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{one}: &{one} [{', '.join(['*' + before] * 9)}]" for before, one in pairwise("abcdefghi")]
    return "\n".join(lines) + "\n"


def _ring(world: World) -> None:
    world.spoil(
        "ros/ros.yaml", "schema: ros/1\n", "schema: ros/1\ninherits: [{folder: ../ros-kols-siv, analysis: kols-siv}]\n"
    )


def _truncate(world: World) -> None:
    path = world.at / "findings.json"
    path.write_bytes(path.read_bytes()[:5000])


def _tamper(world: World) -> None:
    world.be("platform-owner@sykehuspartner")
    code, said = world.run(*_attest(world))
    assert code == 0, said
    (path,) = (world.ros / "attestations").glob("*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _forge(world: World) -> None:
    """Seal, with a key that is trusted, what somebody without mandate says."""
    world.be("platform-owner@sykehuspartner")
    assert world.run(*_attest(world))[0] == 0
    (path,) = (world.ros / "attestations").glob("*")
    envelope = json.loads(path.read_bytes())
    statement = AttestationStatement.from_bytes(b64decode(envelope["payload"]))
    path.unlink()
    forged = statement.model_copy(update={"role": Role.RISK_OWNER})
    forged = forged.model_copy(update={"id": content_id(forged)})
    seal(forged, world.at / "key.pem", world.ros, "attestations/forged.dsse.json", Tongue.EN)


def _attest(world: World, until: str = UNTIL) -> tuple[object, ...]:
    facts = [word for one in FACTS for word in ("--fact", f"{one}=38")]
    return ("attest", world.ros, "CTRL-RESTORE-TEST", *facts, "--until", until, "--key", world.at / "key.pem")


def _accept(world: World) -> tuple[object, ...]:
    more = ("--until", "2023-01-01", "--because", "x", "--key", world.at / "key.pem")
    return ("accept", world.ros, "R16", *more, *world.record)


def _book(world: World) -> None:
    def formula(book: Any) -> None:
        book["Rediger risikoer"]["B3"].value = "=A3"

    edit(ours(world.at / "ros.xlsx", files_of(made("R01"), made("R02"))), formula)


def _in(file: str, old: str, new: str) -> Callable[[World], None]:
    return lambda world: world.spoil(file, old, new)


RISK = "ros/risks/R16.yaml"

CASES: dict[str, Case] = {
    "an unknown control": Case(
        _in(RISK, "ref: CTRL-SOFT-DELETE", "ref: CTRL-SOFT-DELET"),
        Exit.INVALID,
        f"{RISK}:33:6",
        "CTRL-SOFT-DELET finnes ikke",
        "there is no control CTRL-SOFT-DELET",
    ),
    "inheritance in a ring": Case(
        _ring,
        Exit.INVALID,
        "ros/ros.yaml:7:13",
        "i ring: kols-siv → hso-prod → kols-siv",
        "in a ring: kols-siv → hso-prod → kols-siv",
        lambda world: ("check", world.at / "ros-kols-siv", *world.record),
    ),
    "a selector that hits nothing": Case(
        _in(RISK, "azure-native:keyvault:Vault", "azure-native:sql:Server"),
        Exit.NOT_ASSESSED,
        f"{RISK}:14:5",
        "azure-native:sql:Server treffer 0 ressurser",
        "azure-native:sql:Server matches 0 resources",
    ),
    "an acceptance that ends in the past": Case(
        lambda world: world.be("risk-owner@siv"),
        Exit.INVALID,
        "",
        "2023-01-01 er passert",
        "2023-01-01 is over",
        _accept,
    ),
    "an attestation that ends in the past": Case(
        lambda world: world.be("platform-owner@sykehuspartner"),
        Exit.INVALID,
        "",
        "2023-01-01 er passert",
        "2023-01-01 is over",
        lambda world: _attest(world, "2023-01-01"),
    ),
    "a profile of another digest": Case(
        _in("ros/ros.yaml", "criteria_digest: sha256:d9", "criteria_digest: sha256:0f"),
        Exit.INVALID,
        "ros/ros.yaml:19:1",
        "kriteriene her er illustrative-4x4@1",
        "the criteria here are illustrative-4x4@1",
    ),
    "two risks of one id": Case(
        _in("ros/risks/R17.yaml", "id: R17", "id: R16"),
        Exit.INVALID,
        "ros/risks/R17.yaml:3:1",
        "Risikoen R16 står også i",
        "The risk R16 is also in",
    ),
    "truncated findings": Case(_truncate, Exit.INVALID, "findings.json:1:4978", "ikke gyldig JSON", "not valid JSON"),
    "truncated findings, as a report is made": Case(
        _truncate,
        Exit.INVALID,
        "findings.json:1:4978",
        "ikke gyldig JSON",
        "not valid JSON",
        lambda world: ("report", world.ros, "--to", world.at / "ros.html", *world.record),
    ),
    "an attestation without mandate": Case(
        lambda world: world.be("risk-owner@siv"),
        Exit.INVALID,
        "",
        "CTRL-RESTORE-TEST kan bare bekreftes av plattformeier",
        "CTRL-RESTORE-TEST may be attested by platform owner only",
        _attest,
    ),
    "a sealed attestation without mandate": Case(
        _forge,
        Exit.INVALID,
        "attestations/forged.dsse.json",
        "CTRL-RESTORE-TEST kan bare bekreftes av plattformeier",
        "CTRL-RESTORE-TEST may be attested by platform owner only",
    ),
    "a tampered seal": Case(
        _tamper, Exit.INVALID, "attestations/att-", "endret etter at den ble forseglet", "changed after it was sealed"
    ),
    "a YAML bomb": Case(
        lambda world: (world.at / RISK).write_text(_bomb()),
        Exit.INVALID,
        f"{RISK}:5:8",
        "utvider fila mer enn tillatt (10000",
        "beyond what is allowed (10000",
    ),
    "eleven digits in a rationale": Case(
        _in(RISK, "Ingen gjenoppretting er øvd", f"Pasient {DIGITS}"),
        Exit.INVALID,
        f"{RISK}:27:9",
        "kan være et fødselsnummer",
        "eleven digits in a row at character 9",
    ),
    "a workbook with formulas": Case(
        _book,
        Exit.INVALID,
        "Rediger risikoer!B3",
        "Cellen har en formel",
        "The cell holds a formula",
        lambda world: ("init", world.at / "ny", "--from", world.at / "ros.xlsx"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_by_its_place_and_nothing_is_written(name: str, world: World) -> None:
    case = CASES[name]
    case.spoil(world)
    before = world.files()
    for language, said in (("nb", case.nb), ("nn", ""), ("en", case.en)):
        code, told = world.run(*case.command(world), "--lang", language)
        assert code == case.code
        assert case.place in told.replace("\n", "")
        assert said in told
        assert DIGITS not in told
    assert world.files() == before


def test_the_world_is_sound_before_it_is_spoilt(world: World) -> None:
    assert world.run("check", world.ros, *world.record, "--as-of", DAY) == (0, "")
