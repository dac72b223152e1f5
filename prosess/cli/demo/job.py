"""What the demo does, step by step: the commands' own work, in the order of the main job."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from prosess.cli.demo import people
from prosess.cli.demo.story import Step, Story
from prosess.cli.exit import CommandError
from prosess.cli.judging import Judged, judge
from prosess.cli.operations import settle
from prosess.cli.options import OSLO
from prosess.cli.output import MARKS, say
from prosess.cli.planning import planned
from prosess.cli.reporting import html_report, register_beside
from prosess.cli.reviewed import environment_of, read_file, region_of
from prosess.cli.ros.processing import pathways_of, processing_of
from prosess.cli.service import Service
from prosess.contracts import Graph, Onboarding, State
from prosess.contracts.assessment import Assessment
from prosess.documents import write_whole
from prosess.domain.text import Language
from prosess.domain.text.names import name_of
from prosess.domain.text.wording import date_in

TENANT, PATHWAY, INTO = "siv", "kols-siv", "test"
PRODUCT_TEAM = "product-team@siv"
FIRST_ACTOR = ("dependency-actor@sykehuspartner", "sykehuspartner")
OTHER_ACTOR = ("dependency-actor@nye-integrasjonstjenester", "nye-integrasjonstjenester-api")
AUTHOR_AS_ACTOR = "product-team-as-actor@sykehuspartner"
"""A second token of the person who submits: the same person must be refused under any hat."""
REVIEWER, APPROVER = "security-reviewer@sykehuspartner", "platform-owner@sykehuspartner"


class Job:
    """One run of the demo.

    Args:
        example: the region's folder.
        to: where the documents are written.
        story: what tells it.
        as_of: the day that everything is judged by.
        port: of the service; 0 takes a free one.
    """

    def __init__(self, example: Path, to: Path, story: Story, *, as_of: datetime, port: int) -> None:
        self._example = example
        self._to = to
        self._story = story
        self._as_of = as_of
        self._language = Language(story.language.value)
        self._port = port or people.free_port()
        self._address = ""
        self._prod = example / "environments" / "prod.yaml"

    @contextmanager
    def service(self) -> Iterator[None]:
        """Run the service for as long as the story lasts, on SQLite, embedded rules and the local issuer."""
        data = self._to / "service"
        for stale in sorted(data.glob("prosess.db*")):
            stale.unlink()  # each demo begins with an empty register
        files = ",".join(str((self._example / "environments" / f"{name}.yaml").absolute()) for name in (INTO, "prod"))
        settings = {
            "PROSESS_DATA_FOLDER": str(data.absolute()),
            "PROSESS_REGION_FILE": str((self._example / "region.yaml").absolute()),
            "PROSESS_ENVIRONMENT_FILES": files,
            "PROSESS_STAGE": "test",
            "PROSESS_CLOCK": self._as_of.replace(hour=9, tzinfo=OSLO).isoformat(),
        }
        with people.running(settings, self._port, self._to / "service.log") as address:
            self._address = address
            self._people = people.People(address, self._story.language)
            yield

    def run(self) -> None:
        """Tell the whole story."""
        self._to.mkdir(parents=True, exist_ok=True)
        graph = self._plan()
        judged = self._policy(graph)
        assessment = self._risk(graph, judged)
        self._initiative()
        self._join()
        self._submit()
        self._review(assessment)
        self._refusal()
        self._confirm()
        self._enter()
        self._audit()
        with self._story.step("end") as step:
            self._story.line(step, "address", address=f"{self._address}/portal/pathways/{PATHWAY}")
            step.facts["address"] = self._address

    def stay(self) -> None:
        """Keep the service running until somebody interrupts."""
        import time

        say(self._story.text("end.stay"))
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            return

    def again(self) -> str:
        """Tell how to look at the service later."""
        return self._story.text("end.again")

    # --- plan, judge, assess ---------------------------------------------------------------------------------------

    def _plan(self) -> Graph:
        with self._story.step("plan") as step:
            graph = planned(self._prod, lang=self._story.language)
            resources = [node for node in graph.nodes if node.custom and not node.type.startswith("pulumi:")]
            services = {node.labels.service for node in resources}
            self._story.line(step, "done", resources=len(resources), services=len(services))
            step.facts |= {"resources": len(resources), "services": len(services), "graph": graph.digest}
            self._write(step, "graph.json", graph.to_bytes())
        return graph

    def _policy(self, graph: Graph) -> Judged:
        with self._story.step("policy") as step:
            judged = judge(graph, environment_of(self._prod, self._story.language), as_of=self._as_of)
            found = judged.findings.findings
            counts: dict[str, Any] = {state.value: sum(one.state is state for one in found) for state in State}
            self._story.line(step, "done", rules=len({one.rule for one in found}), findings=len(found), **counts)
            step.facts |= {
                "rules": len({one.rule for one in found}),
                **counts,
                "engine": judged.evidence.producer.engine,
            }
            self._write(step, "findings.json", judged.findings.to_bytes())
            self._write(step, "evidence.json", judged.evidence.to_bytes())
        return judged

    def _risk(self, graph: Graph, judged: Judged) -> Assessment:
        from ros.check import check
        from ros.engine import assess
        from ros.evidence import Gathered
        from ros.loading import load_analysis
        from ros.privacy import with_duties

        with self._story.step("risk") as step:
            files = load_analysis(self._example / "ros")
            gathered = Gathered(graph, judged.findings, judged.evidence)
            pathways = pathways_of(files, self._example / "ros", self._story.language)
            processing = processing_of(pathways, self._prod, self._story.language)

            def rated(scope: str | None = None) -> Assessment:
                found = assess(files, gathered, as_of=self._as_of.date(), scope=scope)
                return with_duties(found, files.analysis, files.profile, processing)

            assessment = rated()
            lowered = sum(
                (one.current.likelihood, one.current.consequence) != (one.inherent.likelihood, one.inherent.consequence)
                for one in assessment.risks
            )
            verdict = check(assessment, files)
            self._story.line(step, "done", risks=len(assessment.risks), lowered=lowered)
            self._story.plain(step, verdict.headline(self._language))
            step.facts |= {"risks": len(assessment.risks), "lowered": lowered, "verdict": assessment.verdict.value}
            self._write(step, "assessment.json", assessment.to_bytes())
            report = html_report(assessment, files, judged, pathways, beside=self._prod, lang=self._story.language)
            self._write(step, "ros.html", report)
            return rated(f"pathway:{PATHWAY}")

    # --- the initiative --------------------------------------------------------------------------------------------

    def _initiative(self) -> None:
        from prosess.domain.initiative import Initiative

        with self._story.step("initiative") as step:
            read = read_file(Initiative, self._example / "initiative.yaml", self._story.language)
            for one in read.deliverables:
                late = one in read.late(self._as_of.date())
                key = "done" if one.done else "late" if late else "ahead"
                due = date_in(one.due.isoformat(), self._language)
                title = one.title.in_language(self._language)
                style = "green" if one.done else "red" if late else None
                self._story.line(step, key, title=title, due=due, style=style)
            risk = name_of(read.overall_risk, self._language)
            self._story.line(step, "late_by", weeks=read.weeks_late, risk=risk)
            for delay in read.delays:
                self._story.plain(step, f"  · {delay.explanation.in_language(self._language)}")
            for change in read.change_requests:
                self._story.line(
                    step,
                    "decided",
                    day=date_in(change.decided.isoformat(), self._language),
                    by=change.decided_by.in_language(self._language),
                    title=change.title.in_language(self._language),
                )
            region = region_of(self._prod, self._story.language)
            rows = register_beside(self._prod, region, as_of=self._as_of.date(), lang=self._story.language)
            for row in rows:
                stated = self._story.text("initiative.yes" if row.stated_plan else "initiative.no")
                self._story.line(
                    step,
                    "row",
                    mark=MARKS[row.light],
                    light=row.light_name,
                    needs=row.needs,
                    actors=", ".join(row.actors),
                    criticality=row.criticality,
                    deadline=date_in(row.deadline.isoformat(), self._language),
                    stated=stated,
                    confirmed=row.confirmed,
                    count=len(row.actors),
                    reason=row.reason,
                    style=row.light.value,
                )
            step.facts["dependencies"] = [row.as_json() for row in rows]

    # --- onboarding ------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        from prosess.domain.tenant import Tenant

        with self._story.step("tenant") as step:
            team = self._people[PRODUCT_TEAM]
            manifest = read_file(Tenant, self._example / "tenants" / f"{TENANT}.yaml", self._story.language)
            team.put(f"/tenants/{TENANT}", manifest.model_dump(mode="json", by_alias=True, exclude_none=True))
            settle(team, team.post(f"/tenants/{TENANT}/submissions"))
            found = team.get(f"/tenants/{TENANT}")
            title = manifest.title.in_language(self._language)
            self._story.line(step, "done", title=title, state=found["state_name"])
            step.facts["state"] = found["state"]

    def _submit(self) -> None:
        from prosess.domain.pathway import Pathway

        with self._story.step("pathway") as step:
            team = self._people[PRODUCT_TEAM]
            manifest = read_file(Pathway, self._example / "pathways" / f"{PATHWAY}.yaml", self._story.language)
            team.put(f"/pathways/{PATHWAY}", manifest.model_dump(mode="json", by_alias=True, exclude_none=True))
            operation = settle(team, team.post(f"/pathways/{PATHWAY}/submissions", {"environment": INTO}))
            self._operation = operation["id"]
            parties = ", ".join(one.name for one in manifest.participants)
            self._story.line(step, "done", parties=parties, state=operation["state_name"])
            self._gates(step, team)

    def _review(self, assessment: Assessment) -> None:
        with self._story.step("review") as step:
            team, reviewer = self._people[PRODUCT_TEAM], self._people[REVIEWER]
            path = f"/pathways/{PATHWAY}/assessment"
            team.put(path, assessment.model_dump(mode="json", by_alias=True, exclude_none=True))
            read = {"assessment": assessment.digest}
            team.post(f"{path}/reviews", {"event": "send_to_review", **read})
            found = reviewer.post(f"{path}/reviews", {"event": "recommend", **read})
            self._story.line(step, "done", state=found["state_name"])
            self._gates(step, team)

    def _refusal(self) -> None:
        with self._story.step("refusal") as step:
            self._confirmation(*FIRST_ACTOR)
            self._story.line(step, "first", actor=self._party(FIRST_ACTOR[1])["name"])
            gates = self._people[PRODUCT_TEAM].get(f"/pathways/{PATHWAY}/gates", environment=INTO)["gates"]
            for gate in gates:
                for reason in gate["reasons"] if gate["gate"] == "G4" else ():
                    self._reason(step, gate, reason)
            try:
                self._confirmation(AUTHOR_AS_ACTOR, FIRST_ACTOR[1])
            except CommandError as refused:
                self._story.line(step, "same_person", message=refused.message, style="red")
                step.facts["same_person"] = refused.code

    def _confirm(self) -> None:
        with self._story.step("confirm") as step:
            self._confirmation(*OTHER_ACTOR)
            self._story.line(step, "done", actor=self._party(OTHER_ACTOR[1])["name"], style="green")
            self._gates(step, self._people[PRODUCT_TEAM])

    def _enter(self) -> None:
        with self._story.step("enter") as step:
            team, owner = self._people[PRODUCT_TEAM], self._people[APPROVER]
            manifest = owner.get(f"/pathways/{PATHWAY}")["manifest"]
            owner.post(f"/pathways/{PATHWAY}/approvals", {"environment": INTO, "manifest": manifest})
            operation = settle(team, {"id": self._operation, "state": "queued"})
            found = team.get(f"/pathways/{PATHWAY}")
            style = "green" if operation["state"] == "succeeded" else "red"
            self._story.line(step, "done", state=found["state_name"], style=style)
            step.facts |= {"operation": operation["state"], "state": found["state"]}
            onboarding = owner.get(f"/environments/{INTO}/onboarding")
            self._write(step, "onboarding.json", Onboarding.model_validate(onboarding, strict=False).to_bytes())

    def _audit(self) -> None:
        with self._story.step("audit") as step:
            found = self._people["access-auditor@sykehuspartner"].get("/audit/verify")
            key = "intact" if found["intact"] else "broken"
            self._story.line(step, key, count=found["entries"], style="green" if found["intact"] else "red")
            step.facts |= {"intact": found["intact"], "entries": found["entries"]}

    # --- the parts of a step ---------------------------------------------------------------------------------------

    def _confirmation(self, user: str, actor: str) -> None:
        service = self._people[user]
        row = self._row(service)
        service.post(f"/pathways/{PATHWAY}/dependencies/{row['id']}/confirmations", {"actor": actor, "row": row["row"]})

    def _row(self, service: Service) -> dict[str, Any]:
        found: dict[str, Any] = service.get(f"/pathways/{PATHWAY}/dependencies")["dependencies"][0]
        return found

    def _party(self, actor: str) -> dict[str, Any]:
        row = self._row(self._people[PRODUCT_TEAM])
        found: dict[str, Any] = next(party for party in row["parties"] if party["actor"] == actor)
        return found

    def _gates(self, step: Step, service: Service) -> None:
        gates = service.get(f"/pathways/{PATHWAY}/gates", environment=INTO)["gates"]
        for gate in gates:
            if gate["state"] == "not_needed":
                continue
            name = f"{gate['gate']} {gate['name']}" if gate["gate"].startswith("G") else gate["name"]
            missing = "; ".join(dict.fromkeys(reason["unblocked_by_name"] for reason in gate["reasons"]))
            line = f"{MARKS[gate['state']]} {name}: {gate['state_name']}" + (f" ({missing})" if missing else "")
            self._story.plain(step, line, style="green" if gate["state"] == "open" else "yellow")
        step.facts["gates"] = {gate["gate"]: gate["state"] for gate in gates}

    def _reason(self, step: Step, gate: dict[str, Any], reason: dict[str, Any]) -> None:
        self._story.plain(step, f"{MARKS['closed']} {gate['gate']} {gate['name']}: {reason['text']}", style="yellow")
        self._story.line(step, "remedy", remedy=reason["remedy"])
        deadline = date_in(gate["deadline"], self._language) if gate.get("deadline") else "–"
        self._story.line(step, "who", who=reason["unblocked_by_name"], deadline=deadline)
        step.facts["reason"] = {
            "code": reason["code"],
            "unblocked_by": reason["unblocked_by"],
            "facts": reason["facts"],
        }

    def _write(self, step: Step, name: str, data: bytes) -> None:
        path = self._to / name
        write_whole(path, data)
        step.files.append(str(path))
