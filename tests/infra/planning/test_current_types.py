"""One name for a type, whichever SDK writes it."""

import pytest

from infra.planning.tokens import current


@pytest.mark.parametrize(
    ("type_", "today"),
    [
        ("azure-native:keyvault:Vault", "azure-native:keyvault:Vault"),
        ("azure-native:keyvault/v20230701:Vault", "azure-native:keyvault/v20230701:Vault"),
        ("azure-native:network/v20200601preview:PrivateZone", "azure-native:privatedns/v20200601preview:PrivateZone"),
        ("azure-native_web_v20220901:web:WebApp", "azure-native:web/v20220901:WebApp"),
        ("azure-native:insights:Component", "azure-native:applicationinsights:Component"),
        ("random:index/randomPassword:RandomPassword", "random:index/randomPassword:RandomPassword"),
        ("demo:network/v20200601:PrivateZone", "demo:network/v20200601:PrivateZone"),
    ],
)
def test_a_type_has_one_name(type_: str, today: str) -> None:
    assert current(type_) == today
