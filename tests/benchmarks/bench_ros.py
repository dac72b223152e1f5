"""How long an assessment and its report take: 1,000 risks over 1,000 resources, and five times that.

``check`` and ``report`` are the whole commands, cold, over generated files: a thousand risks are a thousand YAML files.
Beside them stands pytm, which resolves as many elements of a threat model, in an environment of its own that is made
from PyPI here. Its report, of every element and every threat, is beside ours at ten elements only: a thousand would
take minutes.

``narrow`` is what files look like: each risk selects a service's ten resources, by label, and leans on three controls.
``broad`` is the worst that can be written: every risk selects every resource, so every row of evidence is shared.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prosess.contracts.assessment import Assessment
from prosess.contracts.evidence import Evidence, Producer
from prosess.contracts.findings import Finding, Findings, Severity, State
from prosess.contracts.graph import Graph, Labels, Node
from prosess.documents import to_yaml
from prosess.domain.base import Model
from prosess.domain.text import Language
from ros.check import check
from ros.collecting import uncollected
from ros.criteria import read_profile
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import Analysis, AnalysisFiles, Control, RiskFile

ROOT = Path(__file__).parents[2]
PEER = "pytm==1.4.0"
TYPE = "azure-native:keyvault:Vault"
PER_SERVICE = 10
RULES = ("PP-KV-001", "PP-KV-002", "PP-KV-003")
COLLECTED = datetime(2023, 10, 5, 8, tzinfo=UTC)
TEXT = {"nb": "tekst", "nn": "tekst", "en": "text"}
CONTROLLER = "983975259"
DIMENSIONS = ("confidentiality", "integrity", "availability", "robustness", "patient_safety", "data_subject")


def world(resources: int) -> tuple[Graph, Findings, Evidence]:
    """Make a graph, its findings (one in fifty fails) and their evidence."""
    nodes = [
        Node(
            urn=f"urn:pulumi:prod::prosess::prosess:security:KeyVault${TYPE}::vault-{number:05}",
            type=TYPE,
            name=f"vault-{number:05}",
            custom=True,
            properties={"properties": {"enablePurgeProtection": True, "publicNetworkAccess": "Disabled"}},
            labels=Labels(environment="prod", service=f"s{number // PER_SERVICE}"),
        )
        for number in range(resources)
    ]
    graph = Graph(project="prosess", stack="prod", nodes=tuple(nodes))
    found = [
        Finding(
            rule=rule,
            resource=node.urn,
            type=TYPE,
            state=State.FAIL if place % 50 == 0 and rule == RULES[0] else State.PASS,
            severity=Severity.HIGH,
            message="m",
            remedy="r",
            expected=True,
            actual=True,
            path="properties.enablePurgeProtection",
        )
        for rule in RULES
        for place, node in enumerate(nodes)
    ]
    findings = Findings(graph=graph.digest, policy_revision="sha256:0", findings=tuple(found))
    evidence = Evidence(
        findings=findings.digest,
        graph=graph.digest,
        producer=Producer(name="bench", version="0", engine="none"),
        collected=COLLECTED,
        expires=COLLECTED + timedelta(days=7),
    )
    return graph, findings, evidence


def files(risks: int, *, broad: bool) -> AnalysisFiles:
    """Make an analysis of that many risks over the types above."""
    profile = read_profile("illustrative-4x4@1")
    party = {"organisation": CONTROLLER, "title": TEXT}
    analysis = {
        "schema": "ros/1",
        "id": "bench",
        "scope": "environment:prod",
        "title": TEXT,
        "purpose": TEXT,
        "criteria": profile.reference,
        "criteria_digest": profile.digest,
        "parties": [
            {"id": "author", "role": "product_owner", **party},
            {"id": "reviewer", "role": "security_reviewer", **party},
        ],
        "author": "author",
        "reviewer": "reviewer",
        "assumptions": [],
        "exclusions": [],
        "marking": {"level": "internal", "legal_ground": TEXT},
        "state": "in_review",
    }
    controls = [
        {
            "schema": "control/1",
            "id": f"CTRL-{place}",
            "title": TEXT,
            "kind": "preventive",
            "checks": [{"rule": rule}],
            "doc": {"why": TEXT, "detection": TEXT, "false_positives": TEXT, "fix": TEXT},
        }
        for place, rule in enumerate(RULES)
    ]
    risk_files = [
        {
            "schema": "risk/1",
            "id": f"R{number:04}",
            "scenario": "R09",
            "title": TEXT,
            "description": TEXT,
            "applies_to": [
                {"type": TYPE}
                if broad
                else {"type": TYPE, "labels": {"service": f"s{number % (risks // PER_SERVICE)}"}}
            ],
            "inherent": {
                "likelihood": 4,
                "consequence": dict.fromkeys(DIMENSIONS, 3),
                "rationale": TEXT,
                "knowledge": "medium",
            },
            "controls": [
                {"ref": f"CTRL-{place}", "effect": {"likelihood": -1}, "mechanism": f"m{place}"}
                for place in range(len(RULES))
            ],
            "effects_approved": {
                "by": "reviewer",
                "on": "2023-10-01",
                "reason": TEXT,
                "steps": {f"CTRL-{place}": {"likelihood": -1} for place in range(len(RULES))},
            },
            "owner": "author",
            "data_controllers": [CONTROLLER],
        }
        for number in range(risks)
    ]
    return AnalysisFiles(
        analysis=Analysis.model_validate_json(json.dumps(analysis)),
        profile=profile,
        controls=tuple(Control.model_validate_json(json.dumps(one)) for one in controls),
        risks=tuple(RiskFile.model_validate_json(json.dumps(one)) for one in risk_files),
    )


def _assess(given: AnalysisFiles, made: tuple[Graph, Findings, Evidence]) -> tuple[float, Assessment]:
    graph, findings, evidence = made
    started = time.perf_counter()
    assessment = assess(given, Gathered(graph, findings, evidence), as_of=COLLECTED.date())
    check(assessment, given).table(Language.NB)
    return time.perf_counter() - started, assessment


def write(size: int, folder: Path) -> list[str]:
    """Write an analysis and the evidence to go with it; give the command that checks it."""
    graph, findings, evidence = world(size)
    given = files(size, broad=False)
    for name in ("ros/risks", "ros/controls"):
        (folder / name).mkdir(parents=True)
    documents: dict[str, Model] = {
        "ros.yaml": given.analysis,
        **{f"risks/{one.id}.yaml": one for one in given.risks},
        **{f"controls/{one.id}.yaml": one for one in given.controls},
    }
    for path, model in documents.items():
        text = to_yaml(model.model_dump(mode="json", by_alias=True, exclude_none=True))
        (folder / "ros" / path).write_text(text, encoding="utf-8")
    command = [
        str(Path(sys.executable).with_name("prosess")),
        "ros",
        "check",
        str(folder / "ros"),
        "--as-of",
        "2023-10-05",
    ]
    for name, document in (("graph", graph), ("findings", findings), ("evidence", evidence)):
        (folder / f"{name}.json").write_bytes(document.to_bytes())
        command += [f"--{name}", str(folder / f"{name}.json")]
    return command


def _compiled(folder: Path) -> dict[str, str]:
    """Give the environment of an installed program: its bytecode is kept, as it is wherever nobody forbids it."""
    forbidden = "PYTHONDONTWRITEBYTECODE"
    return {
        **{name: value for name, value in os.environ.items() if name != forbidden},
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }


def _process(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, float, float]:
    """Run a command; give its seconds by the clock, its seconds of processor time, and its peak in megabytes.

    All with the processes that it starts: memory is what all of them held at once, asked every 20 ms.
    """
    held = 0.0
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=said)
        ended = threading.Event()

        def watch() -> None:
            nonlocal held
            while not ended.wait(0.02):
                held = max(held, _held(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
        if process.returncode not in (0, 1):
            said.seek(0)
            raise RuntimeError(f"ended with {process.returncode}: {said.read().decode()}")
    # What `wait4` tells begins with what this process held when it forked, so it serves only where nobody could look.
    return seconds, used.ru_utime + used.ru_stime, held or used.ru_maxrss / 1024


def _held(process: int) -> float:
    """Give the megabytes that a process and its children hold; 0 where there is no /proc to ask, or it has ended."""
    own = Path("/proc", str(process))
    try:
        pages = int((own / "statm").read_text().split()[1])
        children = [int(one) for task in (own / "task").iterdir() for one in (task / "children").read_text().split()]
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(map(_held, children))


def _commands() -> dict[str, float]:
    """Measure the whole command, the best of three by the clock, after one that is not counted."""
    results: dict[str, float] = {}
    for size in (1000, 5000):
        with tempfile.TemporaryDirectory() as folder:
            command, environment = write(size, Path(folder)), _compiled(Path(folder))
            _process(command, environment)  # not counted: it writes the bytecode
            runs = [_process(command, environment) for _ in range(3 if size == 1000 else 1)]
        goal = " (goal 1.5)" if size == 1000 else ""
        results[f"check {size}, whole process, s{goal}"], results[f"check {size}, processor, s"], peak = min(runs)
        results[f"check {size}, peak MB" + (" (goal 300)" if size == 1000 else "")] = peak
    results["check 5,000 ÷ 1,000, processor (linear is 5)"] = (
        results["check 5000, processor, s"] / results["check 1000, processor, s"]
    )
    return results


_PEER_REPORT = f"{PEER}, report of 10 elements, whole process, s"
_PEER = """
import sys, time
from pytm import TM, Boundary, Server

model, edge = TM("bench"), Boundary("edge")
for number in range(int(sys.argv[1])):
    Server(f"server-{number}").inBoundary = edge
began = time.perf_counter()
model.resolve()
if len(sys.argv) > 2:
    model.isResolved = True
    print(len(model.report(sys.argv[2])))
print(time.perf_counter() - began, len(model.findings))
"""
_PEER_TEMPLATE = """# {tm.name}
{elements:repeat:
## {{item.name}}
{{item:call:getFindingCount}}
}
{findings:repeat:
- {{item.id}} {{item.severity}} {{item.target}} {{item.description}}: {{item.mitigations}}
}
"""


def _peer() -> dict[str, float | str]:
    """Measure pytm over 1,000 elements: threats found by conditions, without evidence, levels or acceptances."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder, "venv", "bin", "python")
        uv = shutil.which("uv") or (str(ROOT / ".uv/bin/uv") if (ROOT / ".uv/bin/uv").is_file() else None)
        make = (
            [[uv, "venv", "-q", str(python.parents[1])], [uv, "pip", "install", "-q", "--python", str(python), PEER]]
            if uv
            else [
                [sys.executable, "-m", "venv", str(python.parents[1])],
                [str(python), "-m", "pip", "install", "-q", PEER],
            ]
        )
        try:
            for command in make:
                subprocess.run(command, check=True, capture_output=True, timeout=300)
        except (subprocess.SubprocessError, OSError):
            return {PEER: "skipped: its environment could not be made (is PyPI within reach?)"}
        program = Path(folder, "peer.py")
        program.write_text(_PEER, encoding="utf-8")
        command, environment = [str(python), str(program), "1000"], _compiled(Path(folder))
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        inside, threats = ran.stdout.split()
        seconds, processor, peak = min(_process(command, environment) for _ in range(3))
        template = Path(folder, "template.md")
        template.write_text(_PEER_TEMPLATE, encoding="utf-8")
        told = min(_process([str(python), str(program), "10", str(template)], environment) for _ in range(3))
    return {
        f"{PEER}, 1000 elements, whole process, s": seconds,
        f"{PEER}, 1000 elements, processor, s": processor,
        f"{PEER}, 1000 elements, resolve() alone, s": float(inside),
        f"{PEER}, 1000 elements, peak MB": peak,
        f"{PEER}, 1000 elements, threats": float(threats),
        _PEER_REPORT: told[0],
    }


@uncollected()
def _engine() -> dict[str, float]:
    """Measure the engine alone, the best of three, and the document; without the garbage collector, as the command."""
    results: dict[str, float] = {}
    for size in (1000, 5000):
        made = world(size)
        given = files(size, broad=False)
        runs = [_assess(given, made) for _ in range(3)]
        results[f"engine_{size}_narrow_s"] = min(seconds for seconds, _ in runs)
        started = time.perf_counter()
        runs[0][1].to_bytes()
        results[f"document_{size}_narrow_s"] = time.perf_counter() - started
        if size == 1000:
            results["engine_1000_broad_s"] = min(_assess(files(size, broad=True), made)[0] for _ in range(3))
    results["engine_5000_over_1000"] = results["engine_5000_narrow_s"] / results["engine_1000_narrow_s"]
    return results


def _reports(peer: float | None) -> dict[str, float]:
    """Measure the whole command for each format, and for all at once; and at ten risks beside the peer's report."""
    from ros.report.formats import FORMATS

    results: dict[str, float] = {}
    for size in (10, 1000, 5000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            check_command = write(size, folder)
            shutil.copy(ROOT / "examples/helse-sor-ost/region.yaml", folder)
            command = ["report" if part == "check" else part for part in check_command]
            command += ["--lang", "nb", "--to", str(folder / "out")]
            wanted = {"html": ["html"]} if size == 10 else {"all formats": list(FORMATS)}
            if size == 1000:
                but_pdf = {"all formats but pdf": [one for one in FORMATS if one != "pdf"]}
                wanted = {one: [one] for one in FORMATS} | but_pdf | wanted
            for title, formats in wanted.items():
                (folder / "out").mkdir(exist_ok=True)
                asked = [part for one in formats for part in ("--format", one)]
                runs = [_process(command + asked, _compiled(folder)) for _ in range(2 if size < 5000 else 1)]
                goals = (" (goal 6)", " (goal 300)") if (size, title) == (1000, "all formats") else ("", "")
                name_ = f"report {size}, {title}"
                results[f"{name_}, whole process, s{goals[0]}"], results[f"{name_}, processor, s"], peak = min(runs)
                results[f"{name_}, peak MB{goals[1]}"] = peak
                made = sum(one.stat().st_size for one in (folder / "out").iterdir())
                results[f"{name_}, written MB"] = made / 1e6
                shutil.rmtree(folder / "out")
    results["report 5,000 ÷ 1,000, processor (linear is 5)"] = (
        results["report 5000, all formats, processor, s"] / results["report 1000, all formats, processor, s"]
    )
    if peer is not None:
        results[f"report 10, html, ratio: {PEER} ÷ ours"] = peer / results["report 10, html, whole process, s"]
    return results


def measure() -> dict[str, float | str]:
    """Give seconds and megabytes, by what was measured."""
    peer = _peer()
    told = peer.get(_PEER_REPORT)
    results = {**_commands(), **peer, **_engine(), **_reports(told if isinstance(told, float) else None)}
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in results.items()}


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=2)
    sys.stdout.write("\n")
