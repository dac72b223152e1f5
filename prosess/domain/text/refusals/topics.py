"""Every refusal, gathered: a module a topic."""

from prosess.domain.text.refusals.acceptance import ACCEPTANCES
from prosess.domain.text.refusals.access import ACCESS
from prosess.domain.text.refusals.analysis import ANALYSES
from prosess.domain.text.refusals.attestation import ATTESTATIONS
from prosess.domain.text.refusals.bootstrap import BOOTSTRAP
from prosess.domain.text.refusals.criteria import CRITERIA
from prosess.domain.text.refusals.draft import DRAFTS
from prosess.domain.text.refusals.evidence import EVIDENCE
from prosess.domain.text.refusals.gate import GATES
from prosess.domain.text.refusals.governance import GOVERNANCE
from prosess.domain.text.refusals.identifier import IDENTIFIERS
from prosess.domain.text.refusals.inheritance import INHERITANCE
from prosess.domain.text.refusals.integration import INTEGRATIONS
from prosess.domain.text.refusals.location import LOCATIONS
from prosess.domain.text.refusals.migration import MIGRATIONS
from prosess.domain.text.refusals.movement import MOVEMENTS
from prosess.domain.text.refusals.network import NETWORKS
from prosess.domain.text.refusals.party import PARTIES
from prosess.domain.text.refusals.pathway import PATHWAYS
from prosess.domain.text.refusals.scan import SCANS
from prosess.domain.text.refusals.seal import SEALS
from prosess.domain.text.refusals.security import SECURITY
from prosess.domain.text.refusals.tenant import TENANTS
from prosess.domain.text.refusals.workbook import WORKBOOKS
from prosess.domain.text.refusals.workload import WORKLOADS
from prosess.domain.text.wording import RefusalText

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
    MIGRATIONS,
    MOVEMENTS,
    NETWORKS,
    PARTIES,
    PATHWAYS,
    SCANS,
    SEALS,
    SECURITY,
    TENANTS,
    WORKBOOKS,
    WORKLOADS,
)

REFUSALS: dict[str, RefusalText] = {code: text for topic in TOPICS for code, text in topic.items()}
"""Code of a ``DomainError`` → text. An access option's, ``ACCESS_`` and a compatibility rule, is worded by the rule."""
