"""The key that the service seals with: made for tests, given in prod, and followed by another."""

import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from platform_api.assessments.seal import open_seal
from platform_api.settings import Settings
from platform_api.wiring import wire
from prosess.contracts import SealKeys
from prosess.domain.access import Stage
from prosess.sealing import SealError, make_key, public_entry
from tests.platform_api.test_assessments import PATH
from tests.platform_api.test_sealed_acceptances import PROVIDER, accepted, standing
from tests.platform_api.world import TEAM, World, settings

pytestmark = pytest.mark.anyio


def _opened(folder: Path, stage: Stage = Stage.TEST, **given: Any) -> Any:
    return open_seal(
        **{"key_file": None, "keys_file": None, "folder": folder, "stage": stage, "organisation": PROVIDER,
           "today": date(2023, 10, 5), **given}
    )  # fmt: skip


async def test_a_key_for_tests_is_made_once_and_kept_for_its_owner(tmp_path: Path) -> None:
    first, second = _opened(tmp_path), _opened(tmp_path)
    assert first.keys == second.keys
    path = tmp_path / "seal.key.pem"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    with pytest.raises(SealError):
        _opened(tmp_path)


async def test_prod_is_given_its_key(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="PROSESS_SEAL_KEY_FILE"):
        _opened(tmp_path, Stage.PROD)
    assert not (tmp_path / "seal.key.pem").exists()
    given: dict[str, Any] = {
        "stage": "prod", "identity": "oidc", "oidc_issuer": "https://issuer.example", "clock": None,
        "oidc_jwks_url": "https://issuer.example/keys",
    }  # fmt: skip
    configured: Settings = settings(tmp_path, f"sqlite:///{tmp_path / 'x.db'}", **given)
    with pytest.raises(RuntimeError, match="PROSESS_SEAL_KEY_FILE"):
        wire(configured)


async def test_a_key_gives_way_to_another_and_still_proves(tmp_path: Path, world: World) -> None:
    await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    sealed = (await world.person(TEAM).get(f"{PATH}/acceptances/{one['id']}")).content
    former = world.wiring.seal.keys.keys[0]
    private = make_key(tmp_path / "new.pem")
    entry = public_entry(
        private, issuer="urn:test", organisation=PROVIDER, valid_from=date(2023, 10, 1), valid_until=date(2024, 10, 1)
    )
    listed = tmp_path / "keys.json"
    listed.write_bytes(SealKeys(keys=(entry, former)).to_bytes())
    seal = _opened(tmp_path, Stage.PROD, key_file=tmp_path / "new.pem", keys_file=listed)
    assert seal.opened(sealed.decode()).data_controller == "983975259"
    with pytest.raises(RuntimeError, match="proves nothing today"):
        _opened(tmp_path, key_file=tmp_path / "new.pem", keys_file=listed, today=date(2024, 10, 2))
    listed.write_bytes(SealKeys(keys=(former,)).to_bytes())
    with pytest.raises(RuntimeError, match="is not in"):
        _opened(tmp_path, key_file=tmp_path / "new.pem", keys_file=listed)
