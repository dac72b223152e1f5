"""``prosess demo`` as a person who knows nothing yet runs it: the whole main job, and nothing left behind."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from prosess.contracts import Contract, Evidence, Findings, Graph, Onboarding, State
from prosess.contracts.assessment import Assessment
from tests.e2e.conftest import EXAMPLE, PROSESS, Ran, Run
from tests.e2e.service import clean, log_lines, prosess

CONTRACTS: dict[str, type[Contract]] = {
    "graph.json": Graph,
    "findings.json": Findings,
    "evidence.json": Evidence,
    "assessment.json": Assessment,
    "onboarding.json": Onboarding,
}
HOSPITAL, MUNICIPALITY = "983975259", "310000000"


@dataclass(frozen=True)
class Told:
    """A demo that was run: how it ended, and what it wrote."""

    ran: Ran
    to: Path
    address: str

    @property
    def steps(self) -> dict[str, dict[str, Any]]:
        return {step["step"]: step for step in json.loads(self.ran.out)["steps"]}

    def facts(self, step: str) -> dict[str, Any]:
        found: dict[str, Any] = self.steps[step]["facts"]
        return found


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def tell(folder: Path, *more: str) -> Told:
    folder.mkdir(exist_ok=True)
    port = free_port()
    where = ("--example", EXAMPLE, "--to", folder / "out", "--port", str(port))
    return Told(prosess("demo", "--no-serve", *where, *more, cwd=folder), folder / "out", f"127.0.0.1:{port}")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return tell(tmp_path_factory.mktemp("demo"), "-o", "json")


@pytest.fixture(scope="module")
def documents(told: Told) -> dict[str, Any]:
    return {name: contract.from_bytes((told.to / name).read_bytes()) for name, contract in CONTRACTS.items()}


def serving(address: str) -> list[int]:
    """Give the pids of services on an address; the machine's list of processes has them where there is one."""
    _, _, port = address.partition(":")
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = one.read_bytes().split(b"\0")
        except OSError:  # it ended in this very moment
            continue
        if b"serve" in words and port.encode() in words:
            found.append(int(one.parent.name))
    return found


def listens(address: str) -> bool:
    import socket

    host, _, port = address.partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def test_it_ends_well_with_one_document_and_the_files(told: Told) -> None:
    assert told.ran.code == 0, told.ran.err
    assert told.ran.err == ""
    assert told.ran.out.count(b"\n") <= 1
    assert json.loads(told.ran.out)["schema"] == "demo/1"
    assert {path.name for path in told.to.iterdir() if path.is_file()} == {*CONTRACTS, "ros.html", "service.log"}
    named = {Path(file).name for step in told.steps.values() for file in step["files"]}
    assert named == {*CONTRACTS, "ros.html"}


def test_no_process_is_left_behind(told: Told) -> None:
    assert told.facts("end")["address"] == f"http://{told.address}"
    assert not serving(told.address)
    assert not listens(told.address)


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_document_is_written_again_as_it_was_read(name: str, told: Told) -> None:
    data = (told.to / name).read_bytes()
    assert CONTRACTS[name].from_bytes(data).to_bytes() == data
    assert str(told.to).encode() not in data


def test_each_document_names_the_one_that_it_rests_on(documents: dict[str, Any], told: Told) -> None:
    graph, findings, evidence = (documents[f"{name}.json"] for name in ("graph", "findings", "evidence"))
    assessment = documents["assessment.json"]
    assert told.facts("plan")["graph"] == graph.digest
    assert (findings.graph, evidence.graph) == (graph.digest, graph.digest)
    assert evidence.findings == findings.digest
    assert (assessment.graph, assessment.findings) == (graph.digest, findings.digest)
    assert assessment.evidence == evidence.digest


def test_production_breaks_no_rule_and_every_rule_said_so(documents: dict[str, Any], told: Told) -> None:
    states = [one.state for one in documents["findings.json"].findings]
    assert len(states) > 100
    assert set(states) == {State.PASS}
    assert told.facts("policy")["pass"] == len(states)


def test_the_real_row_is_yellow_though_a_plan_was_stated(told: Told) -> None:
    (row,) = told.facts("initiative")["dependencies"]
    assert (row["stated"], row["computed"], row["deadline"]) == ("yellow", "yellow", "2023-10-20")
    assert (row["stated_mutual_plan"], row["confirmed"], len(row["actors"])) == (True, 0, 2)
    shown = told.steps["initiative"]["lines"][-1]
    assert "▲ yellow" in shown
    assert "20 October 2023" in shown
    assert "0 of 2" in shown


def test_one_refusal_is_told_with_its_remedy_its_deadline_and_who_unblocks(told: Told) -> None:
    reason = told.facts("refusal")["reason"]
    assert (reason["code"], reason["unblocked_by"]) == ("G4_DEPENDENCY_NOT_CONFIRMED", "dependency_actor")
    assert reason["facts"]["deadline"] == "2023-10-20"
    assert reason["facts"]["actor"] == "nye-integrasjonstjenester-api"
    first, refused, remedy, who, same_person = told.steps["refusal"]["lines"]
    assert first == "✓ Sykehuspartner has confirmed"
    assert refused.startswith("✗ G4 ")
    assert "Nye integrasjonstjenester – API has not confirmed its part" in refused
    assert "Confirm your own part" in remedy
    assert "Deadline: 20 October 2023" in who
    assert "another token" in same_person
    closed = [step for step in told.steps.values() if "reason" in step["facts"]]
    assert [step["step"] for step in closed] == ["refusal"]


def test_the_author_is_refused_under_another_hat(told: Told) -> None:
    assert told.facts("refusal")["same_person"] == "SEPARATION_OF_DUTIES"


def test_gates_open_one_by_one_and_the_pathway_enters_test(told: Told) -> None:
    submitted, reviewed, confirmed = (told.facts(step)["gates"] for step in ("pathway", "review", "confirm"))
    assert [submitted[gate] for gate in ("G0", "G1", "G2", "G3", "G4")] == ["open"] * 3 + ["closed"] * 2
    assert (reviewed["G3"], reviewed["G4"]) == ("open", "closed")
    assert (confirmed["G3"], confirmed["G4"], confirmed["approval"]) == ("open", "open", "closed")
    assert told.facts("enter") == {"operation": "succeeded", "state": "in_test"}


def test_the_audit_trail_is_intact(told: Told) -> None:
    assert told.facts("audit")["intact"] is True
    assert told.facts("audit")["entries"] >= 15


def test_the_approval_names_the_pathway_and_both_data_controllers(documents: dict[str, Any]) -> None:
    onboarding: Onboarding = documents["onboarding.json"]
    assert onboarding.environment == "test"
    assert [one.id for one in onboarding.tenants] == ["siv"]
    (pathway,) = onboarding.pathways
    assert (pathway.id, pathway.tenant, pathway.stage) == ("kols-siv", "siv", "test")
    assert set(pathway.data_controllers) == {HOSPITAL, MUNICIPALITY}
    assert {one.organisation for one in pathway.participants} == {HOSPITAL, MUNICIPALITY}


@pytest.mark.usefixtures("planned_in_forks")
def test_planning_with_the_approval_adds_stores_that_hold_one_controllers_data_each(told: Told, here: Run) -> None:
    from prosess.cli.judging import judge
    from prosess.cli.options import Tongue
    from prosess.cli.reviewed import environment_of

    env = EXAMPLE / "environments" / "test.yaml"
    plans = []
    for more in ((), ("--onboarding", told.to / "onboarding.json")):
        ran = here("env", "plan", env, *more, "-o", "json")
        assert ran.code == 0, ran.err
        plans.append(Graph.from_bytes(ran.out))
    before, after = ({node.urn: node for node in plan.nodes} for plan in plans)
    added = [node for urn, node in after.items() if urn not in before]
    assert set(before) < set(after)
    for kind in ("keyvault:Vault", "servicebus:Queue", "storage:BlobContainer"):
        controllers = [node.labels.data_controller for node in added if node.type == f"azure-native:{kind}"]
        assert sorted(map(str, controllers)) == [MUNICIPALITY, HOSPITAL], kind
    judged = judge(plans[1], environment_of(env, Tongue.EN), as_of=datetime(2023, 10, 5))
    found = [one for one in judged.findings.findings if one.rule == "PP-CTRL-001"]
    assert {one.state for one in found} == {State.PASS}
    stores = {
        node.urn for node in added if node.type in ("azure-native:keyvault:Vault", "azure-native:servicebus:Queue")
    }
    assert stores <= {one.resource for one in found}


# --- interrupted ---------------------------------------------------------------------------------------------------


@dataclass
class Begun:
    """A demo that is under way."""

    process: "subprocess.Popen[bytes]"
    folder: Path
    address: str

    def until(self, sign: Callable[[], bool]) -> None:
        end = time.monotonic() + 90
        while not sign():
            assert self.process.poll() is None, "it ended before it could be interrupted"
            assert time.monotonic() < end
            time.sleep(0.02)

    def answered(self, route: str) -> bool:
        return any(line.get("route") == route for line in log_lines(self.folder / "out" / "service.log"))

    def interrupted(self, number: signal.Signals) -> bytes:
        """Interrupt it; give what it printed as data."""
        self.process.send_signal(number)
        out, _ = self.process.communicate(timeout=30)
        return out


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Begun]:
    port = free_port()
    where = ("--example", str(EXAMPLE), "--to", str(tmp_path / "out"), "--port", str(port))
    process = subprocess.Popen(
        [str(PROSESS), "demo", "--no-serve", "-o", "json", *where],
        cwd=tmp_path,
        env=clean({}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    yield Begun(process, tmp_path, f"127.0.0.1:{port}")
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()
    for left in serving(f"127.0.0.1:{port}"):  # only where a test has failed
        os.kill(left, signal.SIGKILL)


def test_ctrl_c_while_the_service_starts_leaves_nothing_running(begun: Begun) -> None:
    begun.until(lambda: bool(serving(begun.address)))
    assert begun.interrupted(signal.SIGINT) == b""
    assert begun.process.returncode == 130
    assert not serving(begun.address)
    assert not listens(begun.address)


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.verify)])
def test_a_demo_that_is_told_to_end_stops_its_service(begun: Begun, number: signal.Signals) -> None:
    begun.until(lambda: begun.answered("/health/ready"))
    assert begun.interrupted(number) == b""
    assert begun.process.returncode == 130
    assert not serving(begun.address)
    assert not listens(begun.address)


# --- again ---------------------------------------------------------------------------------------------------------

STORY = {
    "nb": (
        "Planlegger produksjonsmiljøet uten abonnement",
        "Operasjonen: venter.",
        "✗ G4 Avhengigheter og avtaler: Nye integrasjonstjenester – API har ikke bekreftet",
        "aktør som andre er avhengige av. Frist: 20. oktober 2023",
        "Forløpet: i test",
    ),
    "nn": (
        "Planlegg produksjonsmiljøet utan abonnement",
        "Operasjonen: ventar.",
        "Nye integrasjonstjenester – API har ikkje stadfesta",
        "aktør som andre er avhengige av. Frist: 20. oktober 2023",
        "Forløpet: i test",
    ),
}
ENGLISH = (
    "the",
    "and",
    "of",
    "is",
    "not",
    "has",
    "was",
    "who",
    "your",
    "in the",
    "deadline",
    "pathway",
    "gate",
    "closed",
)


@pytest.mark.verify
@pytest.mark.parametrize("lang", STORY)
def test_a_demo_after_one_that_was_interrupted_is_told_in_norwegian_and_gives_the_same_bytes(
    lang: str, begun: Begun, told: Told
) -> None:
    begun.until(lambda: begun.answered("/pathways/{pathway_id}/submissions"))
    begun.interrupted(signal.SIGINT if lang == "nb" else signal.SIGTERM)
    assert not serving(begun.address)
    again = tell(begun.folder, "--lang", lang)
    assert again.ran.code == 0, again.ran.err
    assert again.ran.out == b""
    for sentence in STORY[lang]:
        assert sentence in again.ran.err
    words = " ".join(again.ran.err.replace("make demo", "").casefold().split())
    assert [one for one in ENGLISH if f" {one} " in words] == []
    for name in CONTRACTS:
        assert (again.to / name).read_bytes() == (told.to / name).read_bytes(), name
    assert not serving(again.address)
