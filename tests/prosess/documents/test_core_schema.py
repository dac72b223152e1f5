"""Plain scalars are what YAML 1.2's core schema says, and nothing of YAML 1.1 is left."""

import math

import pytest

from prosess.documents import DocumentError, load_text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((text, text) for text in ("yes", "no", "on", "off", "Yes", "NO", "y", "n", "y_es", "nulL", "tRUE")),
        *((text, text) for text in ("22:00", "1:2:3", "2023-10-20", "2023-10-20T12:00:00Z", "10.20.30.40", "1_000")),
        *((text, text) for text in ("0b11", "0O17", "0X1F", "-0x1", "+0o7", "1e", "e3", ".", "+", "..", "=", "-.")),
        *((text, text) for text in (".Nan", "inf", "-.nan", "~x", "nullx", "0o8", "0x", "1.2.3", "<<")),
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("0301", 301),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("+1.5e3", 1500.0),
        ("1e3", 1000.0),
        ("12E-1", 1.2),
        (".inf", math.inf),
        ("+.Inf", math.inf),
        ("-.INF", -math.inf),
        ('"1"', "1"),
        ("'true'", "true"),
        ('""', ""),
        ("|\n  1\n", "1\n"),
        (">-\n  null\n", "null"),
        ("a\n  b", "a b"),
        ("[1, no, ~]", [1, "no", None]),
        ("{a: off}", {"a": "off"}),
    ],
)
def test_a_scalar_is_what_the_core_schema_says(written: str, value: object) -> None:
    found = load_text(f"key: {written}\n", "x.yaml").data["key"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("written", [".nan", ".NaN", ".NAN"])
def test_what_is_not_a_number(written: str) -> None:
    assert math.isnan(load_text(written, "x.yaml").data)


@pytest.mark.parametrize("key", ["no", "off", "22:00", "2023-10-20", "y", "'1'", '"null"'])
def test_keys_that_were_something_else_in_yaml_1_1_are_text(key: str) -> None:
    assert load_text(f"{key}: 1\n", "x.yaml").data == {key.strip("'\""): 1}


def test_a_number_of_a_thousand_digits_is_refused_before_it_is_read() -> None:
    for name in ("x.yaml", "x.json"):
        with pytest.raises(DocumentError, match="more than 100 characters"):
            load_text("7" * 100_000, name)
