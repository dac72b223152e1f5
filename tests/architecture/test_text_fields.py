"""Law 4: every string of a reviewed file is a typed identifier or guarded free text, never a bare ``str``."""

import importlib
import pkgutil
from typing import Any, get_args, get_origin

import prosess.domain
from prosess.domain.base import Model


def models() -> list[type[Model]]:
    for module in pkgutil.walk_packages(prosess.domain.__path__, "prosess.domain."):
        importlib.import_module(module.name)

    def below(cls: type[Model]) -> list[type[Model]]:
        return [cls, *(found for child in cls.__subclasses__() for found in below(child))]

    return sorted(
        {cls for cls in below(Model) if cls.__module__.startswith("prosess.domain.")}, key=lambda cls: cls.__qualname__
    )


# Written by us in Python, never read from a file or a request.
OWN_DATA = {
    "Machine", "Need", "DesignProfile", "OptionProfile", "StandingAccess",
    "Incompatibility", "Gate", "DependencyStatus", "PartyFacts", "FlowFacts",
    "ActorFacts", "DependencyFacts", "AgreementFacts", "AssessmentFacts", "AcceptanceFacts", "ReleaseFacts",
    "GateFacts", "WorkflowFacts",
}  # fmt: skip


def bare_strings(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    if annotation is str:
        return not metadata
    if hasattr(annotation, "__metadata__"):
        return bare_strings(get_args(annotation)[0], annotation.__metadata__)
    if get_origin(annotation) is None or str(get_origin(annotation)) == "typing.Literal":
        return False
    return any(bare_strings(inner) for inner in get_args(annotation))


def test_every_text_of_a_reviewed_file_is_typed_or_guarded() -> None:
    bare = [
        f"{model.__name__}.{name}"
        for model in models()
        if model.__name__ not in OWN_DATA and not model.__module__.startswith("prosess.domain.text.")
        for name, field in model.model_fields.items()
        if bare_strings(field.annotation, tuple(field.metadata))
    ]
    assert bare == []


def test_the_exceptions_above_exist() -> None:
    assert {model.__name__ for model in models()} >= OWN_DATA
