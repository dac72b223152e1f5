"""The words of the field, defined once: every text of ours uses these and not their synonyms."""

from typing import NamedTuple

from prosess.domain.text.wording import Wording


class Term(NamedTuple):
    """A word, what it means, and what not to say instead."""

    word: Wording
    definition: Wording
    avoid: Wording = Wording("", "", "")
    """Synonyms that must not be used for it, separated by ``|``."""


TERMS: dict[str, Term] = {
    "tenant": Term(
        Wording("virksomhet", "verksemd", "tenant"),
        Wording(
            "En organisasjon med avtale med leverandøren av plattformen, som regel et helseforetak.",
            "Ein organisasjon med avtale med leverandøren av plattforma, som regel eit helseføretak.",
            "An organisation that has an agreement with the platform's provider, normally a health trust.",
        ),
        Wording("leietaker|kunde", "leigetakar|kunde|virksomhet", "customer|lessee"),
    ),
    "participant": Term(
        Wording("deltaker", "deltakar", "participant"),
        Wording(
            "En organisasjon som tar del i et pasientforløp med eget dataansvar og egne systemer.",
            "Ein organisasjon som tek del i eit pasientforløp med eige dataansvar og eigne system.",
            "An organisation that takes part in a pathway with its own data controller role and its own systems.",
        ),
        Wording("partisipant", "deltaker", "attendee"),
    ),
    "pathway": Term(
        Wording("pasientforløp", "pasientforløp", "pathway"),
        Wording(
            "Det en gruppe pasienter følges opp etter, fra henvisning til avslutning, beskrevet i ett manifest.",
            "Det ei gruppe pasientar blir følgd opp etter, frå tilvising til avslutning, skildra i eitt manifest.",
            "What a group of patients is followed up by, from referral to closing, described in one manifest.",
        ),
        Wording("pasientreise|pasientbane", "pasientreise|pasientbane", "patient journey|care path|patient flow"),
    ),
    "data_controller": Term(
        Wording("dataansvarlig", "dataansvarleg", "data controller"),
        Wording(
            "Den som bestemmer formålet med behandlingen av opplysningene og svarer for den.",
            "Den som fastset formålet med behandlinga av opplysningane og svarer for ho.",
            "Who decides the purpose of the processing and answers for it.",
        ),
        Wording("dataeier|behandlingsansvarlig", "dataeigar|behandlingsansvarleg|dataansvarlig", "data owner"),
    ),
    "environment": Term(
        Wording("miljø", "miljø", "environment"),
        Wording(
            "En avgrenset utgave av plattformen med eget formål, for eksempel test eller produksjon.",
            "Ei avgrensa utgåve av plattforma med eige formål, til dømes test eller produksjon.",
            "A bounded instance of the platform with its own purpose, such as test or production.",
        ),
    ),
    "regional_service": Term(
        Wording("regional tjeneste", "regional teneste", "regional service"),
        Wording(
            "En sikkerhets-, integrasjons- eller datasentertjeneste som regionen leverer til plattformen.",
            "Ei tryggleiks-, integrasjons- eller datasenterteneste som regionen leverer til plattforma.",
            "A security, integration or datacentre service that the region provides to the platform.",
        ),
    ),
    "access_option": Term(
        Wording("alternativ for tilgangskontroll", "alternativ for tilgangskontroll", "access option"),
        Wording(
            "En måte å avgjøre hvem som slipper inn, på hvem sitt ord og på hvilket grunnlag.",
            "Ein måte å avgjere kven som slepp inn, på kven sitt ord og på kva grunnlag.",
            "A way to decide who is let in, on whose word and on which ground.",
        ),
        Wording("tilgangsalternativ|tilgangsopsjon", "tilgangsalternativ|tilgangsopsjon", "access alternative"),
    ),
    "gate": Term(
        Wording("port", "port", "gate"),
        Wording(
            "Det som må være på plass før et pasientforløp kan gå videre.",
            "Det som må vere på plass før eit pasientforløp kan gå vidare.",
            "What must hold before a pathway goes further.",
        ),
        Wording("sluse|milepæl", "sluse|milepæl|milepel", "checkpoint|milestone"),
    ),
    "dependency": Term(
        Wording("avhengighet", "avhengnad", "dependency"),
        Wording(
            "Noe en trenger fra én eller flere aktører, med en frist; hver aktør bekrefter sin egen del.",
            "Noko ein treng frå éin eller fleire aktørar, med ein frist; kvar aktør stadfestar sin eigen del.",
            "Something needed from one or more actors by a deadline; each actor confirms its own part.",
        ),
        Wording("bindinger", "avhengighet|bindingar", "prerequisite"),
    ),
    "mutual_plan": Term(
        Wording("gjensidig plan", "gjensidig plan", "mutual plan"),
        Wording(
            "At alle aktørene i en avhengighet har bekreftet sin del. Ikke det samme som pasientens planer.",
            "At alle aktørane i ein avhengnad har stadfesta sin del. Ikkje det same som planane til pasienten.",
            "That every actor of a dependency has confirmed its part. Not the same as a patient's plans.",
        ),
        Wording("felles plan", "felles plan", "joint plan|common plan"),
    ),
    "deadline": Term(
        Wording("frist", "frist", "deadline"),
        Wording(
            "Den siste dagen noe skal være levert; dager regnes i norsk tid.",
            "Den siste dagen noko skal vere levert; dagar blir rekna i norsk tid.",
            "The last day on which something is to be delivered; days are those of Norwegian time.",
        ),
        Wording("tidsfrist|deadline", "tidsfrist|deadline", "due time"),
    ),
    "criticality": Term(
        Wording("kritikalitet", "kritikalitet", "criticality"),
        Wording(
            "Hvor mye som henger på en avhengighet.",
            "Kor mykje som heng på ein avhengnad.",
            "How much hangs on a dependency.",
        ),
        Wording("kritiskhet", "kritiskheit", "severity of dependency"),
    ),
    "status": Term(
        Wording("status", "status", "status"),
        Wording(
            "Trafikklyset til en avhengighet: det som er oppgitt, og det som er beregnet av bekreftelsene.",
            "Trafikklyset til ein avhengnad: det som er oppgitt, og det som er rekna ut av stadfestingane.",
            "The traffic light of a dependency: the stated one, and the one computed from the confirmations.",
        ),
    ),
    "agreement": Term(
        Wording("avtale", "avtale", "agreement"),
        Wording(
            "Det partene har bundet seg til, med en siste dag.",
            "Det partane har bunde seg til, med ein siste dag.",
            "What the parties have bound themselves to, with a last day.",
        ),
        Wording("kontrakt", "kontrakt", "treaty"),
    ),
    "assessment": Term(
        Wording("ROS-analyse", "ROS-analyse", "risk assessment"),
        Wording(
            "Risiko- og sårbarhetsanalyse: hva som kan gå galt, hvor ille det er, og hva som er gjort med det.",
            "Risiko- og sårbarheitsanalyse: kva som kan gå gale, kor ille det er, og kva som er gjort med det.",
            "What can go wrong, how bad that is, and what has been done about it (in Norwegian ROS).",
        ),
        Wording("ROS-vurdering|risikoanalyse", "ROS-vurdering|risikoanalyse", "risk analysis|ROS analysis"),
    ),
    "risk": Term(
        Wording("risiko", "risiko", "risk"),
        Wording(
            "Sannsynlighet og konsekvens av en uønsket hendelse, slått opp i kriteriene.",
            "Sannsyn og konsekvens av ei uønskt hending, slått opp i kriteria.",
            "Likelihood and consequence of an unwanted event, looked up in the criteria.",
        ),
    ),
    "likelihood": Term(
        Wording("sannsynlighet", "sannsyn", "likelihood"),
        Wording(
            "Hvor ofte hendelsen kan ventes.",
            "Kor ofte hendinga kan ventast.",
            "How often the event can be expected.",
        ),
        Wording("hyppighet", "sannsynlighet|hyppigheit", "probability"),
    ),
    "consequence": Term(
        Wording("konsekvens", "konsekvens", "consequence"),
        Wording(
            "Hvor ille det går når hendelsen inntreffer.",
            "Kor ille det går når hendinga skjer.",
            "How bad it is when the event happens.",
        ),
    ),
    "scenario": Term(
        Wording("scenario", "scenario", "scenario"),
        Wording(
            "En uønsket hendelse som ROS-analysen ser på.",
            "Ei uønskt hending som ROS-analysen ser på.",
            "An unwanted event that the risk assessment looks at.",
        ),
    ),
    "control": Term(
        Wording("tiltak", "tiltak", "control"),
        Wording(
            "Det som senker en risiko; teller bare når bevisene viser at det virker overalt.",
            "Det som senkar ein risiko; tel berre når bevisa viser at det verkar overalt.",
            "What lowers a risk; it counts only where evidence shows that it works everywhere.",
        ),
        Wording("kontrolltiltak|mitigering", "kontrolltiltak|mitigering", "countermeasure|mitigation"),
    ),
    "evidence": Term(
        Wording("bevis", "bevis", "evidence"),
        Wording(
            "Det som viser at et tiltak virker, med tidspunkt og utløp.",
            "Det som viser at eit tiltak verkar, med tidspunkt og utløp.",
            "What shows that a control works, with a time and an expiry.",
        ),
        Wording("bevismateriale|dokumentasjon", "bevismateriale|dokumentasjon", "proof"),
    ),
    "residual_risk": Term(
        Wording("restrisiko", "restrisiko", "residual risk"),
        Wording(
            "Den risikoen som er igjen når tiltakene virker.",
            "Den risikoen som er att når tiltaka verkar.",
            "The risk that is left when the controls work.",
        ),
        Wording("gjenværende risiko", "attverande risiko", "remaining risk"),
    ),
    "acceptance": Term(
        Wording("aksept", "aksept", "acceptance"),
        Wording(
            "At risikoeieren hos en dataansvarlig tar på seg restrisikoen, til en siste dag.",
            "At risikoeigaren hos ein dataansvarleg tek på seg restrisikoen, til ein siste dag.",
            "That the risk owner of a data controller takes on the residual risk, until a last day.",
        ),
        Wording("risikogodkjenning", "risikogodkjenning", "risk sign-off"),
    ),
    "risk_owner": Term(
        Wording("risikoeier", "risikoeigar", "risk owner"),
        Wording(
            "En leder med resultatansvar som kan akseptere risiko innenfor sin fullmakt.",
            "Ein leiar med resultatansvar som kan akseptere risiko innanfor fullmakta si.",
            "A manager with responsibility for results who may accept risk within a mandate.",
        ),
        Wording("risikoansvarlig", "risikoansvarleg|risikoeier", "owner of risk"),
    ),
    "block": Term(
        Wording("sperring", "sperring", "block"),
        Wording(
            "At pasienten har motsatt seg at noen får opplysninger om ham eller henne.",
            "At pasienten har sett seg imot at nokon får opplysningar om han eller henne.",
            "That the patient has objected to somebody having information on him or her.",
        ),
        Wording("blokkering", "blokkering", "consent lock"),
    ),
    "break_the_glass": Term(
        Wording("nødtilgang", "nødtilgang", "break-the-glass"),
        Wording(
            "Tilgang ved øyeblikkelig behov (BTG) som går foran de vanlige reglene og gjennomgås etterpå.",
            "Tilgang ved augeblikkeleg behov (BTG) som går framom dei vanlege reglane og blir gjennomgått etterpå.",
            "Access at an immediate need (BTG) that overrides the normal rules and is reviewed afterwards.",
        ),
        Wording("blålystilgang|nødrett", "blålystilgang|nødrett", "break glass|break-glass|emergency access"),
    ),
    "self_authorisation": Term(
        Wording("selvautorisering", "sjølvautorisering", "self-authorisation"),
        Wording(
            "Vanlig tilgang på et grunnlag som brukeren selv velger og oppgir.",
            "Vanleg tilgang på eit grunnlag som brukaren sjølv vel og gjer greie for.",
            "Normal access on a ground that the user selects and states.",
        ),
        Wording("egenautorisering", "eigenautorisering|selvautorisering", "self-authorization"),
    ),
    "emergency_account": Term(
        Wording("nødkonto", "nødkonto", "emergency account"),
        Wording(
            "En administratorkonto for når den vanlige innloggingen er nede. Gir ikke klinisk tilgang.",
            "Ein administratorkonto for når den vanlege innlogginga er nede. Gir ikkje klinisk tilgang.",
            "An administrators' account for when the normal log-in is down. It gives no clinical access.",
        ),
        Wording("knus-glasset-konto", "knus-glaset-konto", "break-glass account"),
    ),
    "need_to_know": Term(
        Wording("tjenstlig behov", "tenestleg behov", "need to know"),
        Wording(
            "At opplysningene trengs for det arbeidet som skal gjøres for pasienten nå.",
            "At opplysningane trengst for det arbeidet som skal gjerast for pasienten no.",
            "That the information is needed for the work to be done for the patient now.",
        ),
    ),
}
"""Key → term. The words of design and portal; a text that needs another word adds it here first."""


def markdown() -> str:
    """Give the glossary as a Markdown page: the words side by side, then what each means in each language."""
    lines = ["# Ordliste · Ordliste · Glossary", "", "| bokmål | nynorsk | English |", "|---|---|---|"]
    lines += [f"| {term.word.nb} | {term.word.nn} | {term.word.en} |" for term in TERMS.values()]
    for heading, index in (("Bokmål", 0), ("Nynorsk", 1), ("English", 2)):
        instead_of = ("Ikke", "Ikkje", "Not")[index]
        lines += ["", f"## {heading}", ""]
        for term in TERMS.values():
            avoided = ", ".join(term.avoid[index].split("|")) if term.avoid[index] else ""
            line = f"- **{term.word[index]}**: {term.definition[index]}"
            lines.append(f"{line} {instead_of}: {avoided}." if avoided else line)
    return "\n".join(lines) + "\n"
