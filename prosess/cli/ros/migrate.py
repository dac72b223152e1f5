"""``prosess ros migrate``: to other criteria, by a table that somebody wrote."""

import typer


def migrate() -> None:
    """x"""
