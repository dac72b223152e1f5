"""A document such as the report composes, small or of any size, for the formats to be tested by."""

from datetime import date, timedelta

from prosess.domain.text import Language
from ros.report.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Matrices,
    Paragraph,
    Part,
    Section,
    Table,
)
from ros.report.model import Cell as Square
from ros.report.model import Level, Matrix, MatrixRow

LEVELS = (
    Level("low", 0, "●", "Lav"),
    Level("medium", 1, "◆", "Middels"),
    Level("high", 2, "▲", "Høy"),
    Level("critical", 3, "■", "Svært høy"),
)
HOSTILE = '#panic() $x$ *fet* @x <b>&amp; \\u{41} `r` [a](b) _k_ // c /* d */ ~ -- "q" = <R01>'
URN = "urn:pulumi:prod::prosess::prosess:data:Store$azure-native:keyvault:Vault::region-keys-with-a-long-name"
DIGEST = "sha256:" + "0f1e2d3c4b5a6978" * 4
START = date(2023, 10, 5)


def level_cell(rank: int) -> Cell:
    level = LEVELS[rank]
    return Cell(f"{level.symbol} {level.word}", "level", rank=rank)


def date_cell(day: date) -> Cell:
    return Cell(f"{day.day}. oktober 2023" if day.month == 10 else day.isoformat(), "date", value=day)


def name(number: int) -> str:
    return f"R{number:02}"


def matrix(id_: str, caption: str, risks: int) -> Matrix:
    rows = []
    for ordinal in range(4, 0, -1):
        squares = []
        for column in range(1, 5):
            rank = min(3, (ordinal + column - 1) // 2)
            here = tuple(
                name(one) for one in range(1, risks + 1) if (one % 4 + 1, one * 7 % 4 + 1) == (ordinal, column)
            )
            squares.append(Square(LEVELS[rank], here))
        rows.append(MatrixRow(ordinal, ("Svært liten", "Liten", "Moderat", "Stor")[ordinal - 1], tuple(squares)))
    columns = tuple(enumerate(("Ubetydelig", "Moderat", "Alvorlig", "Kritisk"), 1))
    return Matrix(id_, caption, columns, tuple(rows), ("R98",) if risks else ())


def table(id_: str, caption: str, columns: str, *rows: tuple[Cell, ...], work_list: bool = False) -> Table:
    return Table(id_, caption, tuple(columns.split("|")), rows, work_list)


def risk(number: int) -> Section:
    id_ = name(number)
    facets = "Sannsynlighet|Konfidensialitet|Integritet|Tilgjengelighet|Robusthet|Pasientsikkerhet|Registrert"
    return Section(
        id_,
        f"{id_} Uvedkommende leser helseopplysninger fra et lager som står åpent",
        (
            Paragraph("● Lav → ▲ Høy → ◆ Middels", "strong"),
            Paragraph("Risikoen ligger over grensen og må godtas eller reduseres.", "warning"),
            Facts(
                (
                    (
                        "Beskrivelse",
                        "Et lager kan nås fra internett fordi et privat endepunkt mangler, slik at "
                        "opplysninger om pasienter kommer på avveie.",
                    ),
                    ("Begrunnelse", "Vurdert ut fra erfaring fra tilsvarende løsninger; kunnskapen er middels god."),
                    ("Risikoeier", "Leder for regional tjeneste, Sykehuspartner HF"),
                    ("Gjelder", "målinger, bekreftelser, nøkler"),
                )
            ),
            table(
                f"{id_}-rating",
                f"Vurderingen av {id_}",
                "Skala|Uten tiltak|Steg|Nå|Mål",
                *(
                    (Cell(facet), Cell("3 Moderat"), Cell("−1 privat endepunkt"), Cell("2 Liten"), Cell("2 Liten"))
                    for facet in facets.split("|")
                ),
                (Cell("Nivå"), level_cell(2), Cell(""), level_cell(1), level_cell(0)),
            ),
            table(
                f"{id_}-controls",
                f"Tiltak for {id_}",
                "Tiltak|Tilstand|Virkning|Fordi",
                *(
                    (
                        Cell("Lageret har et privat endepunkt", detail=f"network-private-endpoint-{one}"),
                        Cell("✓ oppfylt", "state"),
                        Cell("−1 på sannsynlighet"),
                        Cell("Alle 3 ressurser oppfyller regelen."),
                    )
                    for one in range(3)
                ),
            ),
            table(
                f"{id_}-evidence",
                f"Bevis for {id_}",
                "Ressurs|Regel|Egenskap|Ventet|Faktisk|Tilstand",
                *(
                    (
                        Cell("nøkkelhvelvet «region-keys»", detail=URN),
                        Cell("PP-KV-002", "code"),
                        Cell("properties.networkAcls.defaultAction", "code"),
                        Cell('"Deny"', "code"),
                        Cell("Allow" if one else "=1+1", "code"),
                        Cell("✗ avvik", "state"),
                    )
                    for one in range(3)
                ),
            ),
            Section(f"{id_}-more", "Behandling", (Bullets(("Lukk åpningen", "Prøv på nytt")),)),
        ),
    )


def register(risks: int) -> Table:
    return table(
        "register",
        "Risikoregister",
        "Id|Risiko|Risikoeier|Uten tiltak|Nå|Mål|Bevegelse|Neste frist|Bevis",
        *(
            (
                Cell(name(one), "reference"),
                Cell("Uvedkommende leser helseopplysninger fra et lager som står åpent"),
                Cell("Leder for regional tjeneste"),
                level_cell(one % 4),
                level_cell(one % 3),
                level_cell(0),
                Cell("▼ redusert"),
                date_cell(START + timedelta(days=one)),
                Cell("ferskt"),
            )
            for one in range(1, risks + 1)
        ),
        work_list=True,
    )


def page_one(risks: int) -> tuple[Block, ...]:
    return (
        Facts(
            (
                ("Beslutning som bes om", "Godta restrisikoen for prøvedriften, eller vedta flere tiltak"),
                ("Av", "Administrerende direktør, Sykehuset i Vestfold HF"),
                ("Innen", "20. oktober 2023"),
            )
        ),
        Matrices((matrix("before", "Uten tiltak", risks), matrix("now", "Nå, med tiltak som er bevist", risks))),
        Paragraph("Hver risiko står der dimensjonen som avgjør nivået plasserer den.", "quiet"),
        table(
            "top",
            "De fem høyeste nå",
            "Id|Risiko|Nå|Avgjort av|Risikoeier|Neste frist",
            *(
                (
                    Cell(name(one), "reference"),
                    Cell("Uvedkommende leser helseopplysninger fra et lager"),
                    level_cell(3 - one % 4),
                    Cell("konfidensialitet"),
                    Cell("Leder for regional tjeneste"),
                    date_cell(START),
                )
                for one in range(1, min(risks, 5) + 1)
            ),
        ),
        Section(
            "movements",
            "Bevegelsene i ord",
            (
                Bullets(
                    tuple(
                        f"{name(one)} ▲ Høy (S3 K4) → ◆ Middels (S2 K4), ▼ redusert"
                        for one in range(1, min(risks, 20) + 1)
                    )
                ),
            ),
        ),
        Paragraph("31 tiltak er i bruk. 20 kontrolleres av kode.", "normal"),
    )


def document(language: Language = Language.NB, risks: int = 20) -> Document:
    rules = table(
        "rules",
        "Kontrollerte regler",
        "Regel|Bestått|Avvik|Brukt av",
        *(
            (
                Cell(f"PP-KV-{one:03}", "code"),
                Cell("12", "number", value=12),
                Cell("0", "number", value=0),
                Cell(f"{name(one)}", "reference"),
            )
            for one in range(1, min(risks, 60) + 1)
        ),
    )
    plan = table(
        "plan",
        "Tiltaksplan",
        "Frist|Tiltak|Ansvarlig|Risiko|Valg|Tilstand",
        *(
            (
                date_cell(START),
                Cell(HOSTILE if one == 1 else "=HYPERLINK(1)" if one == 2 else "Etabler privat endepunkt for lageret"),
                Cell("@drift"),
                Cell(name(one), "reference"),
                Cell("reduser"),
                Cell("○ planlagt", "state"),
            )
            for one in range(1, risks + 1)
        ),
        work_list=True,
    )
    parts = (
        Part("one", 1, "Beslutning", page_one(risks)),
        Part("register", 2, "Risikoregister", (register(risks),)),
        Part("risks", 3, "Risikoene én for én", tuple(risk(one) for one in range(1, risks + 1))),
        Part("plan", 4, "Tiltaksplan", (plan,)),
        Part("rules", 5, "Kontrollerte regler", (Paragraph("Regler som kjørte."), rules)),
        Part("method", 6, "Metode", (Bullets(("Først", "Så"), ordered=True), Matrices((matrix("m", "Grensene", 0),)))),
        Part(
            "provenance",
            7,
            "Opphav",
            (Facts((("Graf", DIGEST), ("Funn", DIGEST)), "digests", code=True), Paragraph(HOSTILE, "quiet")),
        ),
    )
    return Document(
        language=language,
        kind="Risiko- og sårbarhetsvurdering",
        title="Digital hjemmeoppfølging, produksjon",
        subtitle="prod · vurdert 5. oktober 2023 · profil illustrative-4x4@1",
        marking="Unntatt offentlighet. Offentleglova § 24 tredje ledd",
        case="Sak 2023/1234",
        audience="For kontrolløren",
        verdict="above_limit",
        verdict_words="▲ Over grensen",
        headline="To risikoer ligger over grensen og er ikke godtatt.",
        footer="Laget av prosess fra graf 0f1e2d3c",
        parts=parts,
    )
