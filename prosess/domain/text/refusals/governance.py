"""What is refused of Azure policies, their exemptions, and the budget."""

from prosess.domain.text.wording import RefusalText, Wording

GOVERNANCE: dict[str, RefusalText] = {
    "POLICY_EXEMPTION_NEEDS_EXPIRY": RefusalText(
        Wording(
            "Unntaket sier ikke hvor lenge det gjelder.",
            "Unntaket seier ikkje kor lenge det gjeld.",
            "The exemption does not say until when it holds.",
        ),
        Wording(
            "Oppgi expires, den siste dagen unntaket gjelder.",
            "Oppgi expires, den siste dagen unntaket gjeld.",
            "Give expires, the last day on which it holds.",
        ),
    ),
    "PROD_ENFORCES_POLICIES": RefusalText(
        Wording(
            "Et miljø for produksjon nøyer seg med å observere det som skulle vært avvist.",
            "Eit miljø for produksjon nøyer seg med å observere det som skulle vore avvist.",
            "An environment for production only observes what should be refused.",
        ),
        Wording(
            "Sett enforcement til enforce, og før opp under exemptions det som skal få være annerledes.",
            "Set enforcement til enforce, og før opp under exemptions det som skal få vere annleis.",
            "Set enforcement to enforce, and declare what may differ under exemptions.",
        ),
    ),
    "BUDGET_START": RefusalText(
        Wording(
            "Et budsjett begynner den første i en måned.",
            "Eit budsjett begynner den første i ein månad.",
            "A budget begins on the first of a month.",
        ),
        Wording(
            "Oppgi den første dagen i måneden under starts.",
            "Oppgi den første dagen i månaden under starts.",
            "Name the first day of the month under starts.",
        ),
    ),
    "POLICY_EXEMPTION_OUTSIDE": RefusalText(
        Wording(
            "Unntaket fra {policy} gjelder noe som ligger utenfor det policyene er tildelt.",
            "Unntaket frå {policy} gjeld noko som ligg utanfor det policyane er tildelte.",
            "The exemption from {policy} is for something outside what the policies are assigned to.",
        ),
        Wording(
            "Oppgi id-en til en ressurs eller ressursgruppe i miljøet, slik prosess env plan viser den.",
            "Oppgi id-en til ein ressurs eller ei ressursgruppe i miljøet, slik prosess env plan viser han.",
            "Give the id of a resource or resource group of the environment, as prosess env plan shows it.",
        ),
    ),
    "POLICY_EXEMPTION_OF_NOTHING": RefusalText(
        Wording(
            "Miljøet har ikke policyen {policy}, så det er ingenting å unnta fra.",
            "Miljøet har ikkje policyen {policy}, så det er ingenting å gjere unntak frå.",
            "The environment does not have the policy {policy}, so there is nothing to exempt from.",
        ),
        Wording(
            "Fjern unntaket, eller slå på services.security.monitoring.",
            "Ta bort unntaket, eller slå på services.security.monitoring.",
            "Remove the exemption, or turn services.security.monitoring on.",
        ),
    ),
}
