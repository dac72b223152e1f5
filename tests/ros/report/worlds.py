"""An assessment with everything that a report may have to tell, sensitive parts among it."""

from datetime import date
from functools import cache

from prosess.contracts.assessment import Assessment, PrivacyDuty
from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import Findings, State
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AcceptedRisk, AnalysisFiles, Selector
from ros.report.build import Around
from ros.report.model import DependencyRow, Table
from ros.report.prepared import Prepared, prepare
from ros.report.withholding import Audience
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    PROFILE,
    QUEUE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    text,
    urn,
    use,
)

SECRETS = ("hemmelig-beskrivelse", "hemmelig-svakhet", "hemmelig-vurdering", "hemmelig-tiltak", "hemmelig-verdi")
"""What only reviewers may read; the last is a value and a resource of withheld evidence."""
RESOURCE = "hemmelig-verdi-hvelv"


def _told(nb: str) -> dict[str, str]:
    return {"nb": nb, "nn": nb, "en": nb}


@cache
def files() -> AnalysisFiles:
    head = analysis(
        archive_case="2023/1234",
        meetings=[{"on": "2023-09-20", "subject": text("gjennomgang"), "parties": ["author", "reviewer"]}],
        values=[
            {
                "id": "planer",
                "title": text("behandlingsplaner"),
                "value": {"confidentiality": 3, "patient_safety": 4},
                "rationale": text("fordi"),
            }
        ],
        threat_picture={
            "on": "2023-09-01",
            "threats": [
                {"id": "utpresser", "title": text("utpresser"), "picture": text("bilde"), "source": "Trusler 2023"}
            ],
        },
        assumptions=[text("antatt")],
        exclusions=[text("utelatt")],
        asked={"decision": text("beslutt"), "of": "owner", "by": "2023-11-01"},
    )
    one = Selector(type=VAULT)
    risks = (
        risk(
            "R01",
            applies_to=[one],
            controls=[use("CTRL-A", likelihood=-1), use("CTRL-P", mechanism="folk", likelihood=-1)],
            description=_told("Fordi hemmelig-beskrivelse er kjent, kan noe skje, slik at noen skades."),
            vulnerability=_told("hemmelig-svakhet"),
            inherent={
                "likelihood": 4,
                "consequence": dict.fromkeys(PROFILE.dimensions, 3),
                "rationale": _told("hemmelig-vurdering"),
                "knowledge": "weak",
            },
            raised=[{"likelihood": 4, "reason": _told("hemmelig-vurdering"), "by": "reviewer", "on": "2023-10-01"}],
            treatment=[
                {
                    "option": "reduce",
                    "action": _told("hemmelig-tiltak"),
                    "responsible": "owner",
                    "due": "2023-10-01",
                    "state": "planned",
                }
            ],
            sensitive=["description", "vulnerability", "rationale", "treatment", "evidence"],
        ),
        risk("R02", applies_to=[one], controls=[use("CTRL-A", likelihood=-2)], sensitive=[]),
        risk(
            "R03",
            likelihood=1,
            consequence=1,
            applies_to=[Selector(type=QUEUE)],
            controls=[use("CTRL-B", likelihood=-1)],
        ),
    )
    controls = (
        control("CTRL-A", "PP-KV-001"),
        control("CTRL-B", "PP-SB-001", kind="detective"),
        control("CTRL-P", checks=[{"statement": text(), "by": "platform_owner", "every_days": 90}]),
    )
    return AnalysisFiles(analysis=head, profile=PROFILE, controls=controls, risks=risks)


@cache
def made(state: State = State.FAIL) -> tuple[Assessment, Findings, Evidence]:
    """Assess, where the vault fails its rule or is found in another ``state``."""
    graph = graph_of(node(VAULT, RESOURCE), node(QUEUE, "kø"))
    vault = finding(
        "PP-KV-001", urn(VAULT, RESOURCE), state, path="properties.a", expected=True, actual="hemmelig-verdi"
    )
    queue = finding("PP-SB-001", urn(QUEUE, "kø"), State.PASS, path="properties.b", expected=True, actual=True)
    findings = findings_of(graph, [vault, queue])
    evidence = evidence_of(graph, findings)
    accepted = AcceptedRisk(
        id="aksept-1",
        risk="R02",
        data_controller=CONTROLLER,
        state="active",
        level="medium",
        until=date(2024, 1, 1),
    )
    gathered = Gathered(graph, findings, evidence)
    assessment = assess(files(), gathered, as_of=COLLECTED.date(), acceptances=[accepted])
    duty = PrivacyDuty(duty="dpia", state="needed", because=())
    return assessment.model_copy(update={"privacy": (duty,)}), findings, evidence


def former() -> Assessment:
    """Give an assessment of before: the vault was in order, R03 was not there, and R09 was."""
    assessment, _, _ = made(State.PASS)
    kept = [one for one in assessment.risks if one.id != "R03"]
    gone = kept[0].model_copy(update={"id": "R09", "title": _told("hemmelighetsløs")})
    return assessment.model_copy(update={"risks": (*kept, gone)})


@cache
def ready(language: Language = Language.NB, audience: Audience = "reviewer", *, compared: bool = False) -> Prepared:
    """Prepare the assessment, beside the former one where it is to be ``compared``."""
    assessment, findings, evidence = made()
    around = Around(
        evidence=evidence,
        dependencies=[DependencyRow("data", "test", "to aktører", "høy", "20. oktober 2023", "ja", "◆ gul")],
        organisations={CONTROLLER: "Sykehuset i Vestfold HF"},
        rule_titles={"PP-KV-001": "Et hvelv beholder det som slettes."},
        access=Table("alternativer", ("Alternativ", "Valgt"), (("AC1", "ja"),)),
        former=former() if compared else None,
    )
    return prepare(assessment, files(), findings, language, audience=audience, around=around)
