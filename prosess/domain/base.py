"""The root of every model that a person or a program hands us."""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler


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
        ser_json_inf_nan="constants",
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: "GetJsonSchemaHandler", /) -> dict[str, Any]:
        """Describe each field by the text below it in the source."""
        from prosess.domain.docstrings import field_texts

        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        undescribed = {name: field for name, field in cls.model_fields.items() if field.description is None}
        for name, text in field_texts(cls, list(undescribed)).items():
            alias = undescribed[name].alias
            if (key := alias if alias in properties else name) in properties:
                properties[key]["description"] = text
        return schema
