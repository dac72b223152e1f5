"""Bodies: read as JSON or YAML by the one reader of documents, so that a mistake is told with its line."""

from typing import Any, TypeVar

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError

from platform_api.kit.guard import refuse_in_document
from platform_api.kit.problem import Invalid, Mistake, UnsupportedMediaType
from prosess.contracts import Contract
from prosess.documents import read_text
from prosess.domain.guard import mask

M = TypeVar("M", bound=BaseModel)
C = TypeVar("C", bound=Contract)

JSON = frozenset({"application/json"})
YAML = frozenset({"application/yaml", "application/x-yaml", "text/yaml"})

DESCRIBED: dict[str, type[BaseModel]] = {}
"""Models of bodies by the name of their schema, for the OpenAPI document."""


def media_type(request: Request) -> str:
    """Give the media type of the body, lower case, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def body_of(model: type[M], *, yaml: bool = False) -> Any:
    """Give a dependency that reads the body as a model.

    Raises (when it runs):
        UnsupportedMediaType: where the body is neither JSON nor, where that is read, YAML.
        prosess.documents.DocumentError: with every mistake.
    """

    async def read(request: Request) -> M:
        kind = media_type(request)
        if kind not in JSON and not (yaml and kind in YAML):
            raise UnsupportedMediaType(facts={"accepted": sorted(JSON | (YAML if yaml else frozenset()))})
        text = _text(await request.body())
        return read_text(model, text, "body.json" if kind in JSON else "body.yaml")

    return Depends(read)


def contract_of(model: type[C]) -> Any:
    """Give a dependency that reads the body as a contract document: JSON, guarded as a whole.

    Contract documents are written by programs and may be large, so they are read without places.
    """

    async def read(request: Request) -> C:
        if media_type(request) not in JSON:
            raise UnsupportedMediaType(facts={"accepted": sorted(JSON)})
        raw = await request.body()
        try:
            document = model.from_bytes(_text(raw))
        except ValidationError as error:
            raise Invalid(
                errors=[_mistake(one) for one in error.errors(include_input=False, include_url=False)]
            ) from None
        except ValueError:
            raise Invalid("NOT_JSON") from None
        refuse_in_document(document.model_dump(mode="json", by_alias=True, exclude_none=True))
        return document

    return Depends(read)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Invalid("NOT_UTF8") from None


def _mistake(error: Any) -> Mistake:
    at = "/" + "/".join(mask(str(part)) for part in error["loc"])
    return Mistake(at=at, code=str(error["type"]).upper(), message=mask(str(error["msg"])))


def described(model: type[BaseModel], *, yaml: bool = False) -> dict[str, Any]:
    """Give the ``openapi_extra`` of a route that reads a model by :func:`body_of` or :func:`contract_of`."""
    DESCRIBED[model.__name__] = model
    schema = {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}
    content = {"application/json": schema} | ({"application/yaml": schema} if yaml else {})
    return {"requestBody": {"required": True, "content": content}}
