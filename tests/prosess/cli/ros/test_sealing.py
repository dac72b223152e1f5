"""Accepting, attesting, taking back and verifying on the command line, with real tokens, seals and files."""

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner, Result

from platform_api.identity.local import LocalIssuer, users_of
from platform_api.kit.clock import FixedClock, SystemClock
from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit
from prosess.cli.judging import Judged, judged
from prosess.cli.options import Tongue
from prosess.contracts import Assessment, Graph
from prosess.domain.access import Stage
from prosess.domain.errors import DomainError
from ros.catalogue import catalogue_controls

pytestmark = pytest.mark.usefixtures("planned_in_forks")

EXAMPLE = Path(__file__).parents[4] / "examples" / "helse-sor-ost"
FACTS: tuple[str, ...] = (
    next(one for one in catalogue_controls() if one.id == "CTRL-RESTORE-TEST").attestations[0].facts
)
UNTIL = (SystemClock().today() + timedelta(days=60)).isoformat()


@pytest.fixture(scope="module")
def once() -> tuple[Graph, Judged]:
    return judged(EXAMPLE / "environments" / "prod.yaml", as_of=None, lang=Tongue.EN)


class Office:
    """A copy of the example with a key to seal with, and an issuer that it trusts."""

    def __init__(self, folder: Path, once: tuple[Graph, Judged], monkeypatch: pytest.MonkeyPatch) -> None:
        self.ros, self.key, self._monkeypatch = folder / "ros", folder / "key.pem", monkeypatch
        copytree(EXAMPLE / "ros", self.ros)
        self.issuer = LocalIssuer(users_of(None), folder=folder / "issuer", stage=Stage.TEST, clock=SystemClock())
        (self.ros / "issuer-keys.json").write_text(json.dumps(self.issuer.public_keys.as_dict()))
        graph, result = once
        self.record: list[object] = []
        for name, document in {"graph": graph, "findings": result.findings, "evidence": result.evidence}.items():
            (folder / f"{name}.json").write_bytes(document.to_bytes())
            self.record += [f"--{name}", folder / f"{name}.json"]
        made = self.ran("seal-key", self.key, "--organisation", "914637651", "--issuer", "Prøve", "--until", UNTIL)
        (self.ros / "keys.yaml").write_text(made.stdout)

    def be(self, user: str | None) -> None:
        if user is None:
            self._monkeypatch.delenv("PROSESS_TOKEN", raising=False)
        else:
            self._monkeypatch.setenv("PROSESS_TOKEN", self.issuer.token(user) or "")

    def ran(self, verb: str, *words: object) -> Result:
        return CliRunner().invoke(app, ["ros", verb, *map(str, words)], catch_exceptions=False)

    def accept(self, *risks: str, until: str = UNTIL) -> Result:
        more = ("--until", until, "--because", "Prøves", "--key", self.key, *self.record)
        return self.ran("accept", self.ros, *risks, *more)

    def verified(self, *more: object) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(self.ran("verify", self.ros, "-o", "json", *more).stdout)
        return found

    def sealed(self) -> list[Path]:
        return sorted((self.ros / "acceptances").glob("*"))


@pytest.fixture
def office(tmp_path: Path, once: tuple[Graph, Judged], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Office(tmp_path, once, monkeypatch)


def test_what_is_accepted_is_seen_by_the_gate(office: Office) -> None:
    office.be("risk-owner@siv")
    assert office.accept("R12").exit_code == 0
    found = Assessment.from_bytes(office.ran("check", office.ros, "-o", "json", *office.record).stdout)
    (risk,) = (one for one in found.risks if one.id == "R12")
    states = {one.data_controller: one.state for one in risk.acceptances}
    assert states.pop("983975259") == "active"
    assert set(states.values()) <= {"none"}
    (row,) = office.verified(*office.record)
    assert (row["state"], row["of"], row["role"]) == ("active", "R12", "risk_owner")


def test_a_renewal_and_what_is_taken_back(office: Office) -> None:
    office.be("risk-owner@siv")
    office.accept("R12")
    assert "takes the place of" in office.accept("R12", until=SystemClock().today().isoformat()).stdout
    assert sorted(row["state"] for row in office.verified()) == ["active", "superseded"]
    (active,) = (row["id"] for row in office.verified() if row["state"] == "active")
    assert office.ran("revoke", office.ros, active, "--because", "Prøves", "--key", office.key).exit_code == 0
    assert sorted(row["state"] for row in office.verified() if row["kind"] == "acceptance") == ["revoked", "superseded"]


@pytest.mark.parametrize(
    ("user", "code"),
    [
        ("security-reviewer@sykehuspartner", "ACCEPTANCE_BY_REVIEWER"),
        ("product-owner@siv", "ACCEPTANCE_BY_AUTHOR"),
        ("privacy-officer@siv", "ACCEPTANCE_WITHOUT_MANDATE"),
        ("ci@siv", "ACCEPTANCE_WITHOUT_MANDATE"),
        ("product-team@ostfold", "ACCEPTANCE_OTHER_CONTROLLER"),
    ],
)
def test_a_valid_token_is_not_enough(office: Office, user: str, code: str) -> None:
    office.be(user)
    with pytest.raises(DomainError) as caught:
        office.accept("R12")
    assert caught.value.code == code
    assert office.sealed() == []


def refused(office: Office) -> tuple[str, Exit]:
    with pytest.raises(CommandError) as caught:
        office.accept("R12")
    assert office.sealed() == []
    return caught.value.code, caught.value.exit_code


def test_nobody_accepts_without_a_token_that_holds(office: Office, tmp_path: Path) -> None:
    office.be(None)
    assert refused(office) == ("TOKEN_MISSING", Exit.INVALID)
    office.be("risk-owner@siv")
    (office.ros / "issuer-keys.json").rename(tmp_path / "away.json")
    assert refused(office) == ("ISSUER_KEYS_MISSING", Exit.INVALID)
    (office.ros / "issuer-keys.json").write_text('{"keys": 1}')
    assert refused(office) == ("ISSUER_KEYS_FORM", Exit.INVALID)
    (tmp_path / "away.json").rename(office.ros / "issuer-keys.json")
    kept = office.issuer
    office.issuer = LocalIssuer(users_of(None), folder=tmp_path / "other", stage=Stage.TEST, clock=SystemClock())
    office.be("risk-owner@siv")
    assert refused(office) == ("TOKEN_NOT_TRUSTED", Exit.INVALID)
    past = FixedClock(datetime.now(UTC) - timedelta(hours=2))
    office.issuer = LocalIssuer(users_of(None), folder=tmp_path / "issuer", stage=Stage.TEST, clock=past)
    office.be("risk-owner@siv")
    assert refused(office) == ("TOKEN_NOT_TRUSTED", Exit.INVALID)
    office.issuer = kept


def test_a_key_that_the_folder_does_not_trust_seals_nothing(office: Office) -> None:
    office.be("risk-owner@siv")
    office.key = office.key.with_name("other.pem")
    made = office.ran("seal-key", office.key, "--organisation", "914637651", "--issuer", "Prøve", "--until", UNTIL)
    assert made.exit_code == 0
    assert refused(office) == ("SEAL_KEY_UNKNOWN", Exit.INVALID)


def test_a_private_key_is_its_owners_and_is_never_printed_or_written_over(office: Office) -> None:
    assert stat.S_IMODE(office.key.stat().st_mode) == 0o600
    secret = office.key.read_text().splitlines()[1]
    again = office.key.with_name("new.pem")
    made = office.ran("seal-key", again, "--organisation", "914637651", "--issuer", "Prøve", "--until", UNTIL)
    assert again.read_text().splitlines()[1] not in made.output
    with pytest.raises(DomainError, match="already"):
        office.ran("seal-key", office.key, "--organisation", "914637651", "--issuer", "Prøve", "--until", UNTIL)
    assert office.key.read_text().splitlines()[1] == secret
    with pytest.raises(DomainError) as caught:
        office.ran("seal-key", office.key.with_name("x"), "--organisation", "1", "--issuer", "P", "--until", UNTIL)
    assert caught.value.code.startswith("ORGANISATION_NUMBER")
    assert not office.key.with_name("x").exists()
    office.key.chmod(0o640)
    office.be("risk-owner@siv")
    with pytest.raises(DomainError) as caught:
        office.accept("R12")
    assert caught.value.code == "SEAL_KEY_OPEN"


def test_one_changed_byte_fails_the_gate_and_is_told_by_verify(office: Office) -> None:
    office.be("risk-owner@siv")
    office.accept("R12")
    (path,) = office.sealed()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(CommandError) as caught:
        office.ran("check", office.ros, *office.record)
    assert (caught.value.exit_code, caught.value.where) == (Exit.INVALID, f"acceptances/{path.name}")
    result = office.ran("verify", office.ros, *office.record)
    assert result.exit_code == 1
    assert office.verified()[0]["state"] == "broken"


def test_nothing_sealed_is_not_assessed(office: Office) -> None:
    assert office.ran("verify", office.ros).exit_code == 4
    assert office.verified() == []


def test_an_attestation_counts_and_one_without_mandate_is_refused(office: Office) -> None:
    more = ("CTRL-RESTORE-TEST", "--until", UNTIL, "--key", office.key)
    office.be("risk-owner@siv")
    with pytest.raises(DomainError) as caught:
        office.ran("attest", office.ros, *more)
    assert caught.value.code == "ATTESTATION_WITHOUT_MANDATE"
    office.be("platform-owner@sykehuspartner")
    asked = [word for fact in FACTS for word in ("--fact", f"{fact}=38")]
    assert office.ran("attest", office.ros, *more, *asked).exit_code == 0
    found = Assessment.from_bytes(office.ran("check", office.ros, "-o", "json", *office.record).stdout)
    sources = [source for source in found.sources if source.kind == "attestation"]
    assert len(sources) == 1
    assert not sources[0].stale
    with pytest.raises(CommandError) as wrong:
        office.ran("attest", office.ros, *more, "--fact", "minutes")
    assert (wrong.value.exit_code, wrong.value.code) == (Exit.USAGE, "FACT_FORM")
