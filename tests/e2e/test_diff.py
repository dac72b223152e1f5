"""What a change does to an environment, as a reviewer meets it: the verdict is the exit code, in every form."""

import json
from pathlib import Path

import pytest

from prosess.cli.planning import planned
from prosess.contracts import Action, Changes
from tests.e2e.conftest import EXAMPLE, Ran, Run

pytestmark = pytest.mark.usefixtures("planned_in_forks")

AS_OF = ("--as-of", "2023-10-05")
ENVIRONMENTS = EXAMPLE / "environments"
MESSAGING = "messaging: {mode: create, capacity: 1}"
CHANGES = {
    "more": "messaging: {mode: create, capacity: 2}",
    "without": 'messaging: {mode: "off", reason: Ingen bruker den ennå.}',
}


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of graphs: test as it is, with more messaging, and without; and the sandbox."""
    at = tmp_path_factory.mktemp("graphs")
    (at / "region.yaml").write_text((EXAMPLE / "region.yaml").read_text("utf-8"), "utf-8")
    source = (ENVIRONMENTS / "test.yaml").read_text("utf-8")
    assert MESSAGING in source
    for name, change in {"before": MESSAGING, **CHANGES}.items():
        (at / f"{name}.yaml").write_text(source.replace(MESSAGING, change), "utf-8")
        (at / f"{name}.json").write_bytes(planned(at / f"{name}.yaml").to_bytes())
    (at / "sandbox.json").write_bytes(planned(ENVIRONMENTS / "sandbox.yaml").to_bytes())
    return at


def exemptions(folder: Path, urns: list[str], expires: str) -> Path:
    entries = "".join(
        f"  - {{rule: PP-CHG-001, resource: '{urn}', reason: Køene er tømt., owner: platform_owner, {expires}}}\n"
        for urn in urns
    )
    path = folder / "exemptions.yaml"
    path.write_text(f"schema: exemptions/1\nexemptions:\n{entries}", "utf-8")
    return path


def test_a_change_that_loses_nothing_may_go_through(run: Run, here: Run, graphs: Path) -> None:
    ran = run("env", "diff", graphs / "before.yaml", graphs / "more.yaml", *AS_OF, "-o", "json")
    assert ran.code == 0, ran.err
    changes = Changes.from_bytes(ran.out)
    assert changes.to_bytes() == ran.out
    (change,) = changes.changes
    assert (change.action, change.name, change.properties[0].path) == (Action.UPDATE, "messaging", "sku.capacity")
    # Files and the graphs made of them are the same operands.
    assert here("env", "diff", graphs / "before.json", graphs / "more.json", *AS_OF, "-o", "json").out == ran.out


def test_lost_data_is_blocked_until_an_exemption_that_holds_names_it(here: Run, graphs: Path, tmp_path: Path) -> None:
    def ran(*more: str | Path) -> Ran:
        return here("env", "diff", graphs / "before.json", graphs / "without.json", *AS_OF, *more)

    document = ran("-o", "json")
    assert document.code == 1, document.err
    blocked = Changes.from_bytes(document.out).blocked
    assert {one.type.rpartition(":")[2] for one in blocked} == {"Key", "Namespace", "Queue"}
    shown = ran("--lang", "nb")
    assert shown.code == 1
    assert "PP-CHG-001" in shown.out.decode()
    assert "meldinger (914637651)" in shown.out.decode()

    urns = [one.urn for one in blocked]
    holds, lapsed, undated = "expires: 2023-10-05", "expires: 2023-10-04", "kind: forever"
    assert ran("--exemptions", exemptions(tmp_path, urns, holds)).code == 0
    assert ran("--exemptions", exemptions(tmp_path, urns[1:], holds)).code == 1
    assert ran("--exemptions", exemptions(tmp_path, urns, lapsed)).code == 1
    refused = ran("--exemptions", exemptions(tmp_path, urns, undated), "-o", "json")
    assert refused.code == 3
    assert "expires" in refused.err


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_page_fits_a_pull_request(here: Run, graphs: Path, lang: str) -> None:
    ran = here("env", "diff", graphs / "sandbox.json", graphs / "before.json", "-o", "markdown", "--lang", lang)
    assert ran.code == 1, ran.err
    page = ran.out.decode()
    lines = page.splitlines()
    assert len(lines) <= 40
    assert page.count("<details>") == page.count("</details>") == 1
    assert str(graphs) not in page
    assert "**sandbox.json → before.json**" in lines[0]
    for row in [line for line in lines if line.startswith("|")]:
        assert row.count("|") - row.count("\\|") == 6


def test_a_spoilt_document_is_told_with_its_place(here: Run, graphs: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.json"
    whole = (graphs / "before.json").read_bytes()
    for spoilt, where in (
        (whole[: len(whole) // 2], "line 1, column"),
        (b'{"schema": "graph/1", "project": "p", "stack": "s", "nodes": [{"urn": "u"}]}', "nodes.0."),
        (b'{"version": 3}', "steps"),
        (b"[]", "no JSON object"),
        (b"\xff", "no UTF-8"),
    ):
        graph.write_bytes(spoilt)
        ran = here("env", "diff", graph, graphs / "before.json", "-o", "json")
        error = json.loads(ran.err)
        assert (ran.code, error["code"], error["where"]) == (3, "NOT_A_PLAN", "graph.json")
        assert where in error["message"]
