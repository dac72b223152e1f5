"""What is refused of a pathway's manifest: thresholds, alerts, opening hours and data flows."""

from prosess.domain.text.wording import RefusalText, Wording

PATHWAYS: dict[str, RefusalText] = {
    "RANGE_ORDER": RefusalText(
        Wording("low er høyere enn high.", "low er høgare enn high.", "low is above high."),
        Wording("Bytt dem om.", "Byt dei om.", "Swap them."),
    ),
    "THRESHOLD_DEFAULT": RefusalText(
        Wording(
            "default ligger utenfor permitted.", "default ligg utanfor permitted.", "default lies outside permitted."
        ),
        Wording(
            "Utvid området, eller flytt grensen.",
            "Utvid området, eller flytt grensa.",
            "Widen the range, or move the limit.",
        ),
    ),
    "THRESHOLD_ORDER": RefusalText(
        Wording(
            "Grensene {direction} for {measurement} er ikke én per sone med rød lenger ute enn gul.",
            "Grensene {direction} for {measurement} er ikkje éi per sone med raud lenger ute enn gul.",
            "The limits {direction} of {measurement} are not one per zone with red farther out than yellow.",
        ),
        Wording(
            "Gi hver sone én grense i hver retning, og legg rød lenger ute enn gul.",
            "Gi kvar sone éi grense i kvar retning, og legg raud lenger ute enn gul.",
            "Give each zone one limit in a direction, and put red farther out than yellow.",
        ),
    ),
    "OPENING_HOURS": RefusalText(
        Wording(
            "Oppgaveeieren {task_owner} har bare en del av åpningstiden.",
            "Oppgåveeigaren {task_owner} har berre ein del av opningstida.",
            "Task owner {task_owner} has only a part of its opening hours.",
        ),
        Wording(
            "Oppgi opens, closes og eventuelt outside_hours, eller ingen av dem for en enhet som aldri stenger.",
            "Oppgi opens, closes og eventuelt outside_hours, eller ingen av dei for ei eining som aldri stengjer.",
            "Give opens, closes and, where somebody takes over, outside_hours; none of them for a unit that never "
            "closes.",
        ),
    ),
    "ALERT_MEASUREMENT": RefusalText(
        Wording(
            "Varselet {alert} ({alert_kind}) passer ikke med feltet measurement.",
            "Varselet {alert} ({alert_kind}) passar ikkje med feltet measurement.",
            "Alert {alert} ({alert_kind}) does not go with its field measurement.",
        ),
        Wording(
            "Oppgi measurement for out_of_range og score_threshold, og ikke for andre.",
            "Oppgi measurement for out_of_range og score_threshold, og ikkje for andre.",
            "Give measurement for out_of_range and score_threshold, and for no other kind.",
        ),
    ),
    "LEGAL_BASIS_INCOMPLETE": RefusalText(
        Wording(
            "Dataflyten {flow} gjelder helseopplysninger, men mangler artikkel 9 eller en nasjonal bestemmelse.",
            "Dataflyten {flow} gjeld helseopplysningar, men manglar artikkel 9 eller ei nasjonal føresegn.",
            "Data flow {flow} carries health data without article 9 or a national provision.",
        ),
        Wording(
            "Oppgi legal_basis.article_9 og legal_basis.national.",
            "Oppgi legal_basis.article_9 og legal_basis.national.",
            "Give legal_basis.article_9 and legal_basis.national.",
        ),
    ),
    "FREEZE_PERIOD": RefusalText(
        Wording(
            "Endringsstansen slutter før den begynner.",
            "Endringsstansen sluttar før han begynner.",
            "The change freeze ends before it begins.",
        ),
        Wording("Bytt om first og last.", "Byt om first og last.", "Swap first and last."),
    ),
    "PATHWAY_REFERENCE": RefusalText(
        Wording(
            "Manifestet viser til noe det ikke beskriver: {references}.",
            "Manifestet viser til noko det ikkje skildrar: {references}.",
            "The manifest refers to what it does not declare: {references}.",
        ),
        Wording(
            "Beskriv det, eller rett navnet.", "Skildre det, eller rett namnet.", "Declare it, or correct the name."
        ),
    ),
    "NO_DATA_CONTROLLER": RefusalText(
        Wording(
            "Ingen deltaker er dataansvarlig.", "Ingen deltakar er dataansvarleg.", "No participant is data controller."
        ),
        Wording(
            "Sett data_controller: true for minst én.",
            "Set data_controller: true for minst éin.",
            "Set data_controller: true for at least one.",
        ),
    ),
    "DATA_FLOW_BETWEEN_OTHERS": RefusalText(
        Wording(
            "Dataflyten {flow} går mellom organisasjoner som ikke er dataansvarlige i pasientforløpet.",
            "Dataflyten {flow} går mellom organisasjonar som ikkje er dataansvarlege i pasientforløpet.",
            "Data flow {flow} is between organisations that are not data controllers of the pathway.",
        ),
        Wording(
            "La den ene siden være en deltaker med data_controller: true.",
            "La den eine sida vere ein deltakar med data_controller: true.",
            "Let one side be a participant with data_controller: true.",
        ),
    ),
    "OUTSIDE_HOURS_LOOP": RefusalText(
        Wording(
            "Utenom åpningstid sender oppgaveeierne videre til hverandre i ring: {task_owners}.",
            "Utanom opningstid sender oppgåveeigarane vidare til kvarandre i ring: {task_owners}.",
            "Outside hours the task owners hand over in a ring: {task_owners}.",
        ),
        Wording(
            "La den siste være en enhet som aldri stenger.",
            "La den siste vere ei eining som aldri stengjer.",
            "Let the last one be a unit that never closes.",
        ),
    ),
    "RED_ALERT_OUT_OF_HOURS": RefusalText(
        Wording(
            "Ingen tar imot det røde varselet {alert} når {task_owner} er stengt.",
            "Ingen tek imot det raude varselet {alert} når {task_owner} er stengd.",
            "Nobody answers red alert {alert} when {task_owner} is closed.",
        ),
        Wording(
            "Oppgi hvem som tar over under outside_hours, til slutt en enhet som aldri stenger.",
            "Oppgi kven som tek over under outside_hours, til slutt ei eining som aldri stengjer.",
            "Name who takes over under outside_hours, in the end a unit that never closes.",
        ),
    ),
}
