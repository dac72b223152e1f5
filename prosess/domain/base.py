"""The root of every model that a person or a program hands us."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Immutable, strict, and closed: an unknown key is an error, and no value is coerced.

    Strictness follows JSON: in ``model_validate_json`` a string becomes a date or an enum member,
    and nothing else changes kind. Files are therefore validated as JSON (see ``prosess.documents``),
    whatever syntax they were written in.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        use_attribute_docstrings=True,
        ser_json_inf_nan="constants",
    )
