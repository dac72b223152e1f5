"""Texts of the evidence that a command is handed."""

from prosess.domain.text.wording import Wording

EVIDENCE: dict[str, Wording] = {
    "error.ROS_NO_ENVIRONMENT": Wording(
        "Det er ikke sagt hvilken plan vurderingen holdes mot.",
        "Det er ikkje sagt kva plan vurderinga blir halden mot.",
        "It is not told which plan the assessment is held against.",
    ),
    "hint.ROS_NO_ENVIRONMENT": Wording(
        "Oppgi et miljø med --env, eller det som er tatt vare på, med --graph, --findings og --evidence.",
        "Oppgi eit miljø med --env, eller det som er teke vare på, med --graph, --findings og --evidence.",
        "Name an environment with --env, or what was recorded of one with --graph, --findings and --evidence.",
    ),
    "error.ROS_RECORD_INCOMPLETE": Wording(
        "Funn og plan hører sammen, og bare det ene er oppgitt.",
        "Funn og plan høyrer saman, og berre det eine er oppgitt.",
        "Findings and plan belong together, and only one of them is given.",
    ),
    "hint.ROS_RECORD_INCOMPLETE": Wording(
        "Oppgi både --findings og --graph. Uten --evidence teller funnene ikke.",
        "Oppgi både --findings og --graph. Utan --evidence tel ikkje funna.",
        "Give both --findings and --graph. Without --evidence the findings do not count.",
    ),
}
