"""The texts behind :mod:`prosess.domain.text.refusals`, gathered: a module a topic."""

from prosess.domain.text.acceptance_refusals import ACCEPTANCES
from prosess.domain.text.access_refusals import ACCESS
from prosess.domain.text.analysis_refusals import ANALYSES
from prosess.domain.text.attestation_refusals import ATTESTATIONS
from prosess.domain.text.bootstrap_refusals import BOOTSTRAP
from prosess.domain.text.criteria_refusals import CRITERIA
from prosess.domain.text.draft_refusals import DRAFTS
from prosess.domain.text.evidence_refusals import EVIDENCE
from prosess.domain.text.gate_refusals import GATES
from prosess.domain.text.governance_refusals import GOVERNANCE
from prosess.domain.text.identifier_refusals import IDENTIFIERS
from prosess.domain.text.inheritance_refusals import INHERITANCE
from prosess.domain.text.integration_refusals import INTEGRATIONS
from prosess.domain.text.location_refusals import LOCATIONS
from prosess.domain.text.movement_refusals import MOVEMENTS
from prosess.domain.text.network_refusals import NETWORKS
from prosess.domain.text.party_refusals import PARTIES
from prosess.domain.text.pathway_refusals import PATHWAYS
from prosess.domain.text.scan_refusals import SCANS
from prosess.domain.text.seal_refusals import SEALS
from prosess.domain.text.security_refusals import SECURITY
from prosess.domain.text.tenant_refusals import TENANTS
from prosess.domain.text.wording import RefusalText
from prosess.domain.text.workload_refusals import WORKLOADS

TOPICS: tuple[dict[str, RefusalText], ...] = (
    ACCEPTANCES,
    ACCESS,
    ANALYSES,
    ATTESTATIONS,
    BOOTSTRAP,
    CRITERIA,
    DRAFTS,
    EVIDENCE,
    GATES,
    GOVERNANCE,
    IDENTIFIERS,
    INHERITANCE,
    INTEGRATIONS,
    LOCATIONS,
    MOVEMENTS,
    NETWORKS,
    PARTIES,
    PATHWAYS,
    SCANS,
    SEALS,
    SECURITY,
    TENANTS,
    WORKLOADS,
)

REFUSALS: dict[str, RefusalText] = {code: text for topic in TOPICS for code, text in topic.items()}
"""Code of a ``DomainError`` → text. An access option's, ``ACCESS_`` and a compatibility rule, is worded by the rule."""
