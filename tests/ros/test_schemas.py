"""The schemas that editors read: named by the example's files, which fit their keys."""

import json
from pathlib import Path

import pytest

from prosess.documents import load

ROOT = Path(__file__).parents[2]
NAMED = sorted((ROOT / "examples" / "helse-sor-ost").glob("ros*/**/*.yaml"))
SCHEMA_OF = {"ros/1": "ros", "risk/1": "risk", "inherited-risk/1": "inherited-risk"}


@pytest.mark.parametrize("path", NAMED, ids=[f"{path.parent.name}/{path.name}" for path in NAMED])
def test_a_file_of_the_example_names_its_schema_and_fits_its_keys(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    named = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    data = load(path).data
    assert named == ROOT / "docs" / "schema" / f"{SCHEMA_OF[data['schema']]}-1.schema.json"
    schema = json.loads(named.read_text(encoding="utf-8"))
    assert schema["properties"]["schema"]["const"] == data["schema"]
    assert set(schema["required"]) <= set(data) <= set(schema["properties"])
    assert schema["additionalProperties"] is False


def test_an_inherited_risk_has_no_key_that_could_lower_it() -> None:
    schema = json.loads((ROOT / "docs/schema/inherited-risk-1.schema.json").read_text(encoding="utf-8"))
    raising = {"raised", "treatment", "target"}
    assert set(schema["properties"]) == {"schema", "id", "origin", *raising, "owner", "data_controllers"}
