"""``prosess env validate`` on what people get wrong: exit 3, every mistake with line and way out, nothing echoed."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.conftest import Run

ELEVEN = "13116900216"


def spoil(region: Path, *changes: tuple[str, str]) -> Path:
    path = region / "environments" / "prod.yaml"
    text = path.read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text)
    return path


def lines(err: str) -> list[tuple[int, str]]:
    """Line and key path of every mistake that was told."""
    return [(int(line), path) for line, path in re.findall(r"prod\.yaml:(\d+):\d+: ([\w.\[\]]+):", err)]


CASES = {
    "an unknown key": ([("data_class: health", "data_class: health\ncolour: blue")], [(11, "colour")], "Allowed"),
    "a misspelt key": ([("residency:", "residensy:")], [(22, "residensy")], "residency"),
    "a wrong organisation number": (
        [('cost_owner: "914637651"', 'cost_owner: "914637652"')],
        [(13, "cost_owner")],
        "register",
    ),
    "an organisation of nobody's register": (
        [('cost_owner: "914637651"', 'cost_owner: "974760673"')],
        [(13, "cost_owner")],
        "region",
    ),
    "an access option that the participants cannot use": (
        [("[entra_groups, helseid_attested, task_relation]", "[entra_groups, task_relation]")],
        [(46, "access.options")],
        "helseid_attested",
    ),
    "a service in a region without it": (
        [("access:\n", "fhir: {hosting: norway_east}\naccess:\n")],
        [(45, "fhir.hosting")],
        "swedencentral",
    ),
    "a range that no network can have": (
        [("10.100.200.0/23", "169.254.0.0/24")],
        [(40, "services.datacentre.address_space")],
        "10.100.200.0/24",
    ),
    "names that the region's own zones lack": (
        [
            (
                "private_dns: {mode: create}",
                "private_dns: {mode: existing, zones: {privatelink.vaultcore.azure.net: "
                "/subscriptions/00000000-0000-4000-8000-000000000010/resourceGroups/rg-dns/providers"
                "/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net}}",
            )
        ],
        [(42, "services.datacentre.private_dns.zones")],
        "privatelink.servicebus.windows.net",
    ),
    "an access option without its vault": (
        [("secret_vault: {mode: create}", 'secret_vault: {mode: "off", reason: Ingen}')],
        [(46, "access.options")],
        "services.security.secret_vault.mode",
    ),
    "two mistakes at once": (
        [("location: norwayeast", "location: norwayeats"), ("retention_days: 365", "retention_days: 3")],
        [(20, "azure.location"), (30, "services.security.monitoring.retention_days")],
        "norwayeast",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_mistake_is_told_with_its_line_and_the_way_out(case: str, region: Path, here: Run) -> None:
    changes, expected, way_out = CASES[case]
    ran = here("env", "validate", spoil(region, *changes))
    assert ran.code == 3
    assert ran.out == b""
    told = lines(ran.err)
    assert {place for place in expected if place[1]} <= set(told), ran.err
    assert way_out in ran.err


@pytest.mark.parametrize(
    ("lang", "message", "hint"),
    [
        ("nb", "hvelvet for hemmeligheter", "velg et annet alternativ"),
        ("nn", "kvelvet for løyndommar", "vel eit anna alternativ"),
        ("en", "the secret vault", "choose another option"),
    ],
)
def test_what_cannot_be_had_is_told_in_the_reader_s_language(
    lang: str, message: str, hint: str, region: Path, here: Run
) -> None:
    path = spoil(region, ("secret_vault: {mode: create}", 'secret_vault: {mode: "off", reason: Ingen}'))
    ran = here("env", "validate", path, "--lang", lang, "-o", "json")
    assert ran.code == 3
    (told,) = [json.loads(one) for one in ran.err.splitlines()]
    assert told["code"] == "ACCESS_NEEDS_SECRET_VAULT"
    assert message in told["message"]
    assert hint in told["hint"]


PLACES = {
    "text": ("nb: Produksjon", "nb: Produksjon {}", 7),
    "another text": ("role: Prosessplattformen", "role: Team {}", 14),
    "comment": ("# Illustrative:", "# {} Illustrative:", 11),
    "key": ("name: prod", 'name: prod\n"{}": x', 4),
}


@pytest.mark.parametrize(
    ("place", "spelling"),
    [("text", ELEVEN), ("another text", "131169 00216"), ("comment", "131169-00216"), ("key", "1311 6900.216")],
)
def test_eleven_digits_are_refused_by_line_and_never_echoed(place: str, spelling: str, region: Path, here: Run) -> None:
    old, new, line = PLACES[place]
    ran = here("env", "validate", spoil(region, (old, new.format(spelling))), "-o", "json")
    assert ran.code == 3
    told = [json.loads(one) for one in ran.err.splitlines()]
    assert ("PERSON_IDENTIFIER", line) in [(one["code"], one["where"]["line"]) for one in told]
    assert ran.out == b""
    assert ELEVEN not in re.sub(r"[ .-]", "", ran.err)


def test_an_alias_bomb_ends_within_a_second(region: Path, run: Run) -> None:
    names = "abcdefghijkl"
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"{one}: &{one} [{', '.join(['*' + before] * 9)}]" for before, one in pairwise(names)]
    path = region / "environments" / "prod.yaml"
    path.write_text("\n".join(bomb) + "\n")
    began = time.monotonic()
    ran = run("env", "validate", path)
    assert ran.code == 3
    assert "alias" in ran.err
    assert time.monotonic() - began < 5  # a machine under load; alone it takes half a second


@pytest.mark.parametrize("name", ["sandbox", "test", "prod"])
def test_the_examples_are_valid(name: str, region: Path, here: Run) -> None:
    before = {path: path.read_bytes() for path in region.rglob("*") if path.is_file()}
    ran = here("env", "validate", region / "environments" / f"{name}.yaml", "-o", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["environment"] == name
    assert {path: path.read_bytes() for path in region.rglob("*") if path.is_file()} == before


def test_a_synthetic_municipality_is_let_into_test_and_refused_in_prod(region: Path, here: Run) -> None:
    assert here("pathway", "validate", region / "pathways" / "kols-siv.yaml").code == 0
