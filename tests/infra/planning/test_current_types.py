"""One name for a type: the table of renames, against the SDK's own aliases."""

import json
import re
from pathlib import Path

import pulumi_azure_native
import pytest

from infra.planning.tokens import RENAMED, current, renamed

SDK = Path(pulumi_azure_native.__file__).parent
REGISTERED = re.compile(r"super\(\w+, __self__\).__init__\(\s*'([^']+)'")


def test_the_table_is_what_the_sdk_says_of_itself() -> None:
    """An older token is renamed where one class alone claims it, and no class has it today."""
    claimed: dict[str, set[str]] = {}
    today = set()
    for file in sorted(SDK.glob("*/*.py")):
        for source in re.split(r"\n(?=class )", file.read_text("utf-8")):
            if found := REGISTERED.search(source):
                today.add(found[1])
                for alias in re.findall(r'type_="([^"]+)"', source):
                    if "/v" not in alias and alias != found[1]:
                        claimed.setdefault(alias, set()).add(found[1])
    expected = {old: min(new) for old, new in claimed.items() if len(new) == 1 and old not in today}
    assert renamed() == expected
    assert RENAMED.read_text("utf-8") == json.dumps(expected, indent=1, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    ("type_", "today"),
    [
        ("azure-native:keyvault:Vault", "azure-native:keyvault:Vault"),
        ("azure-native:keyvault/v20230701:Vault", "azure-native:keyvault:Vault"),
        ("azure-native:network/v20200601preview:PrivateZone", "azure-native:privatedns:PrivateZone"),
        ("azure-native_web_v20220901:web:WebApp", "azure-native:web:WebApp"),
        ("azure-native:insights:Component", "azure-native:applicationinsights:Component"),
        ("random:index/randomPassword:RandomPassword", "random:index/randomPassword:RandomPassword"),
        ("demo:network/v20200601:PrivateZone", "demo:network/v20200601:PrivateZone"),
    ],
)
def test_a_type_has_one_name(type_: str, today: str) -> None:
    assert current(type_) == today
