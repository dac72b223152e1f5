"""Exceptions: read, due, expired, unused."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import evaluate
from policies.exemptions import Exemption, NoticeKind, load, notices
from prosess.documents import DocumentError
from tests.policies.graphs import VAULT, graph, urn, vault

TODAY = date(2023, 10, 5)
ONE = """
  - rule: PP-KV-002
    resource: urn:pulumi:prod::platform::azure-native:keyvault:Vault::kv
    reason: Remade nightly under the same name.
    owner: platform_owner at Sykehuspartner
    expires: 2023-12-31
"""


def written(tmp_path: Path, entries: str) -> Path:
    path = tmp_path / "exemptions.yaml"
    path.write_text(f"schema: exemptions/1\nexemptions:{entries}")
    return path


def one(expires: date, name: str = "kv") -> Exemption:
    return Exemption(rule="PP-KV-002", resource=urn(VAULT, name), reason="r", owner="platform_owner", expires=expires)


def test_the_projects_own_file_can_be_read() -> None:
    load(Path(__file__).parents[2] / "policies" / "exemptions.yaml")


def test_an_exemption_is_read(tmp_path: Path) -> None:
    (read,) = load(written(tmp_path, ONE))
    assert (read.rule, read.resource, read.expires) == ("PP-KV-002", urn(VAULT, "kv"), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("PP-KV-002", "KV2"),
        ("urn:pulumi:prod::platform::azure-native:keyvault:Vault::kv", "urn:pulumi:prod::*"),
        ("urn:pulumi:prod::platform::azure-native:keyvault:Vault::kv", "kv"),
        ("    expires: 2023-12-31\n", ""),
        ("2023-12-31", "never"),
        ("Remade nightly", "Asked for by 131169 00216"),
        ("owner:", "ownr:"),
    ],
)
def test_what_is_no_exemption_is_refused_with_its_place(tmp_path: Path, right: str, wrong: str) -> None:
    with pytest.raises(DocumentError) as caught:
        load(written(tmp_path, ONE.replace(right, wrong)))
    assert "exemptions.yaml" in str(caught.value)
    assert "131169" not in str(caught.value)


FINDINGS = evaluate(
    graph(vault(enablePurgeProtection=False)), EmbeddedEngine(), exemptions=[one(date(2023, 12, 31))], as_of=TODAY
)


@pytest.mark.parametrize(
    ("exemption", "kind", "left"),
    [
        (one(date(2023, 10, 4)), NoticeKind.EXPIRED, -1),
        (one(TODAY), NoticeKind.EXPIRES_SOON, 0),
        (one(TODAY + timedelta(90)), NoticeKind.EXPIRES_SOON, 90),
        (one(date(2023, 12, 31), "other"), NoticeKind.UNUSED, 87),
    ],
)
def test_what_is_worth_telling(exemption: Exemption, kind: NoticeKind, left: int) -> None:
    (notice,) = notices([exemption], FINDINGS, as_of=TODAY)
    assert (notice.kind, notice.exemption, notice.days_left) == (kind, exemption, left)


def test_an_exemption_of_a_change_is_not_unused_for_want_of_a_finding() -> None:
    held = Exemption(rule="PP-CHG-001", resource=urn(VAULT, "kv"), reason="r", owner="platform_owner", expires=TODAY)
    assert [notice.kind for notice in notices([held], FINDINGS, as_of=TODAY)] == [NoticeKind.EXPIRES_SOON]


def test_a_good_while_before_there_is_nothing_to_tell() -> None:
    assert notices([one(TODAY + timedelta(91))], FINDINGS, as_of=TODAY) == ()


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_an_exemption_holds_to_its_last_day_inclusive(expires: date, as_of: date) -> None:
    assert one(expires).holds(as_of) == (as_of <= expires)
