"""The kinds of error that pydantic knows, and what each is called here."""

from typing import get_args

from pydantic_core.core_schema import ErrorType

WRONG_TYPE = {
    "string_type": "string",
    "bytes_type": "string",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "decimal_type": "number",
    "bool_type": "boolean",
    "none_required": "null",
    "model_type": "object",
    "model_attributes_type": "object",
    "dataclass_type": "object",
    "dict_type": "object",
    "mapping_type": "object",
    "list_type": "array",
    "tuple_type": "array",
    "set_type": "array",
    "frozen_set_type": "array",
    "date_type": "date",
    "datetime_type": "date-time",
    "time_type": "time",
    "time_delta_type": "duration",
    "uuid_type": "uuid",
    "url_type": "uri",
}
"""Kinds of a value of another type → what was expected."""

WRONG_FORM = {
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "datetime_parsing": "date-time",
    "datetime_from_date_parsing": "date-time",
    "timezone_naive": "date-time",
    "timezone_aware": "date-time",
    "timezone_offset": "date-time",
    "time_parsing": "time",
    "time_delta_parsing": "duration",
    "uuid_parsing": "uuid",
    "uuid_version": "uuid",
    "url_parsing": "uri",
    "url_scheme": "uri",
    "url_syntax_violation": "uri",
    "url_too_long": "uri",
    "int_parsing": "integer",
    "int_parsing_size": "integer",
    "float_parsing": "number",
    "decimal_parsing": "number",
    "bool_parsing": "boolean",
}
"""Kinds of a text that does not read as what it must be → what that is."""

BOUNDS = {
    "greater_than": ("hint.more_than", "low", "gt"),
    "greater_than_equal": ("hint.at_least", "low", "ge"),
    "less_than": ("hint.less_than", "high", "lt"),
    "less_than_equal": ("hint.at_most", "high", "le"),
    "multiple_of": ("hint.multiple_of", "step", "multiple_of"),
}
"""Kinds of a number out of its bounds → the hint, its fact, and pydantic's name of the bound."""

LENGTHS = {
    "string_too_short": ("TOO_SHORT", "text", "min_length"),
    "string_too_long": ("TOO_LONG", "text", "max_length"),
    "too_short": ("TOO_SHORT", "items", "min_length"),
    "too_long": ("TOO_LONG", "items", "max_length"),
}
"""Kinds of a wrong length → our code, what has the length, and pydantic's name of the bound."""

OWN_TYPES = frozenset(get_args(ErrorType))
"""Every kind that is pydantic's own: another is a validator's."""
