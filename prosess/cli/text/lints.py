"""Texts of what is found in the files of a risk assessment."""

from prosess.domain.text.wording import Wording

LINTS: dict[str, Wording] = {
    "lint.error": Wording("✗ feil", "✗ feil", "✗ error"),
    "lint.warning": Wording("▲ varsel", "▲ varsel", "▲ warning"),
    "lint.sum": Wording(
        "Feil: {errors}. Varsler: {warnings}.",
        "Feil: {errors}. Varsel: {warnings}.",
        "Errors: {errors}. Warnings: {warnings}.",
    ),
}
