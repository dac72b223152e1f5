"""What ``prosess ros review`` says."""

from prosess.domain.text.wording import Wording

REVIEW: dict[str, Wording] = {
    "column.point": Wording("Punkt", "Punkt", "Point"),
    "column.of": Wording("Slag", "Slag", "Kind"),
    "column.said": Wording("Det som er sagt", "Det som er sagt", "What was said"),
    "column.acceptance": Wording("Aksept", "Aksept", "Acceptance"),
    "column.until": Wording("Til og med", "Til og med", "Through"),
    "column.title": Wording("Tittel", "Tittel", "Title"),
    "column.now": Wording("Nå", "No", "Now"),
    "column.target": Wording("Mål", "Mål", "Target"),
    "review.not_assessed": Wording("Ikke vurdert", "Ikkje vurdert", "Not assessed"),
    "review.state": Wording(
        "Risikovurderingen av {pathway}, utgave {revision}: {state}",
        "Risikovurderinga av {pathway}, utgåve {revision}: {state}",
        "The assessment of {pathway}, revision {revision}: {state}",
    ),
    "review.former_manifest": Wording(
        "Den gjelder et tidligere manifest.", "Ho gjeld eit tidlegare manifest.", "It speaks of a former manifest."
    ),
    "review.no_points": Wording("Ingen har tatt opp noe.", "Ingen har teke opp noko.", "Nobody has raised anything."),
}
