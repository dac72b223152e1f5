"""What a pathway looks like from outside, and what is asked of it."""

from typing import Literal

from pydantic import Field, JsonValue

from platform_api.kit.reviewed import Reviewed
from platform_api.kit.wording import word
from platform_api.operations.schemas import GateState, gate_state
from platform_api.pathways.models import PathwayRow
from platform_api.pathways.service import Put
from platform_api.pathways.workflow import Judgement
from prosess.domain.base import Model
from prosess.domain.gate import GATES, GateId
from prosess.domain.identifiers import Digest, Slug
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language


class PathwayView(Model):
    """A pathway as it stands."""

    id: str
    tenant: str
    organisation: str
    state: str
    state_name: str
    version: int
    manifest: str
    """Digest of the manifest as last sent; the entity tag, and what an approval names."""
    updated_at: str
    document: dict[str, JsonValue] | None = None


class PathwayList(Model):
    """Pathways by id."""

    pathways: tuple[PathwayView, ...]


class PathwayPut(Model):
    """What became of a manifest that was sent."""

    pathway: PathwayView
    changes: tuple[str, ...] = ()
    """Kinds of change against the former version: text, threshold, data_flow, participant, integration, register."""
    reopens: tuple[str, ...] = ()
    """What must be said again: sign_off, assessment, approval."""


class Submission(Model):
    """Into which environment."""

    environment: Slug


class ApprovalRequest(Model):
    """What is approved: an environment, and the manifest that the approver has read."""

    environment: Slug
    manifest: Digest


class SignOffRequest(Model):
    """The manifest whose thresholds, alerts and decision table the lead has read."""

    manifest: Digest


class Given(Model):
    """Somebody's word, as it was kept."""

    id: str
    kind: Literal["approval", "sign_off", "confirmation"]
    at: str
    binding: str
    """Digest of what it speaks of; it counts as long as that is so."""


class GatesView(Model):
    """Every gate before an environment, judged now."""

    pathway: str
    environment: str
    stage: str
    as_of: str
    open: bool
    """Whether nothing stands in the way."""
    gates: tuple[GateState, ...]
    policy_revision: str = Field(description="Digest of the rules that judged.")


def view(row: PathwayRow, language: Language, document: dict[str, JsonValue] | None = None) -> PathwayView:
    """Give a pathway in a language."""
    return PathwayView(
        id=row.id,
        tenant=row.tenant,
        organisation=row.organisation,
        state=row.state,
        state_name=word(f"pathway_state:{row.state}", language),
        version=row.version,
        manifest=row.digest,
        updated_at=row.updated_at,
        document=document,
    )


def put_view(put: Put, language: Language) -> PathwayPut:
    """Give what became of a manifest."""
    return PathwayPut(
        pathway=view(put.row, language),
        changes=tuple(sorted(kind.value for kind in put.changes)),
        reopens=tuple(sorted(one.value for one in put.reopens)),
    )


def gate_states(judgement: Judgement, language: Language) -> tuple[GateState, ...]:
    """Give every gate in order, those that are not asked for too, and the approval last."""
    shown = [
        gate_state(gate.id.value, judgement.gates.get(gate.id), language) for gate in GATES if gate.id is not GateId.G7
    ]
    return (*shown, gate_state("approval", judgement.approval, language))


def names_of(manifest: Pathway, reviewed: Reviewed, language: Language) -> dict[str, str]:
    """Give what texts about a pathway call its participants and dependencies, beside the region's own names."""
    return {
        **{one.organisation: one.name for one in manifest.participants},
        **{one.id: one.needs.in_language(language) for one in manifest.dependencies},
        **reviewed.names,
    }
