import json
from typing import Any

from infra import regions
from prosess.domain.environment import FHIR_LOCATION, AzureLocation, Environment
from prosess.domain.text import Language
from prosess.domain.text.services import SERVICES


def environment(base: dict[str, Any], **change: Any) -> Environment:
    return Environment.model_validate_json(json.dumps(base | change))


def test_the_base_environment_can_be_had(base: dict[str, Any]) -> None:
    assert regions.check(environment(base)) == ()


def test_fhir_is_not_offered_in_norway(base: dict[str, Any]) -> None:
    (problem,) = regions.check(environment(base, fhir={"hosting": "norway_east"}))
    assert (problem.at, problem.code) == (("fhir", "hosting"), "SERVICE_NOT_IN_REGION")
    assert "norwayeast" in problem.message
    assert "swedencentral" in problem.hint


def test_every_problem_is_told(base: dict[str, Any]) -> None:
    azure = base["azure"] | {"location": "norwaywest"}
    found = regions.check(environment(base, azure=azure, fhir={"hosting": "norway_east"}))
    assert {(".".join(map(str, one.at)), one.code) for one in found} == {
        ("fhir.hosting", "SERVICE_NOT_IN_REGION"),
        ("services.integration.messaging", "SERVICE_NEEDS_ZONES"),
    }


def test_a_replica_in_another_country_is_told(base: dict[str, Any]) -> None:
    asked = environment(base)
    residency = asked.residency.model_copy(update={"storage_countries": ("SE",)})
    (problem,) = regions.check(asked.model_copy(update={"residency": residency}))
    assert (problem.at, problem.code) == (("services", "security", "audit_store"), "REPLICA_OUTSIDE_RESIDENCY")


def test_the_table_is_whole() -> None:
    table = regions.table()
    assert set(table.locations) == set(AzureLocation)
    for location in table.locations.values():
        assert location.pair in table.countries
        assert location.source.startswith("https://")
    for service in table.services.values():
        assert set(service.offered) == set(AzureLocation)
        assert service.source.startswith("https://")
    assert {key: service.title for key, service in table.services.items()} == {
        key: said.in_language(Language.EN) for key, said in SERVICES.items()
    }
    assert {table.countries[location.value] for location in FHIR_LOCATION.values()} == {"NO", "SE"}
