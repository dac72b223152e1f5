"""What is wrong with the files of an analysis though each is well formed."""

from ros.lint.files import LINTS, Lint, lint, localised_texts

__all__ = ["LINTS", "Lint", "lint", "localised_texts"]
