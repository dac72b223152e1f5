"""What is refused where a gate is judged, or a state is moved on from."""

from prosess.domain.text.wording import RefusalText, Wording

NOTHING = Wording("ingenting, tilstanden er endelig", "ingenting, tilstanden er endeleg", "nothing, the state is final")

GATES: dict[str, RefusalText] = {
    "FILES_DO_NOT_BELONG_TOGETHER": RefusalText(
        Wording(
            "{key} viser til {named}, men filen som er gitt, er {given}.",
            "{key} viser til {named}, men fila som er gitt, er {given}.",
            "{key} names {named}, but the file given is {given}.",
        ),
        Wording("Gi filen som det vises til.", "Gi fila som det blir vist til.", "Give the file that is named."),
    ),
    "TRANSITION_REFUSED": RefusalText(
        Wording(
            "{object} har tilstanden «{state}»; da kan en ikke velge «{event}».",
            "{object} har tilstanden «{state}»; då kan ein ikkje velje «{event}».",
            "{object} is in state “{state}”, in which “{event}” is not possible.",
        ),
        Wording("Mulig nå: {allowed}.", "Mogleg no: {allowed}.", "Possible now: {allowed}."),
    ),
}
