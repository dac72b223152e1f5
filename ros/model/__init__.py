"""What the files of a risk assessment may say: the analysis, its risks, and the controls that they lean on."""

from ros.criteria.dimension import Dimension, Facet
from ros.model.acceptance import AcceptedRisk
from ros.model.analysis import (
    Analysis,
    Asked,
    Inherited,
    Marking,
    Meeting,
    Party,
    Threat,
    ThreatPicture,
    ValuedAsset,
)
from ros.model.attestation import Attested
from ros.model.control import Attestation, Control, ControlDocumentation, RuleCheck, TestCheck
from ros.model.files import AnalysisFiles
from ros.model.privacy import DoneOn, PrivacyStatement, Transfer
from ros.model.risk import (
    Action,
    ControlUse,
    EffectApproval,
    InheritedRiskFile,
    Judgement,
    Raise,
    Review,
    RiskFile,
    Sensitive,
    Target,
)
from ros.model.selector import NodeIndex, Selector

__all__ = [
    "AcceptedRisk",
    "Action",
    "Analysis",
    "AnalysisFiles",
    "Asked",
    "Attestation",
    "Attested",
    "Control",
    "ControlDocumentation",
    "ControlUse",
    "Dimension",
    "DoneOn",
    "EffectApproval",
    "Facet",
    "Inherited",
    "InheritedRiskFile",
    "Judgement",
    "Marking",
    "Meeting",
    "NodeIndex",
    "Party",
    "PrivacyStatement",
    "Raise",
    "Review",
    "RiskFile",
    "RuleCheck",
    "Selector",
    "Sensitive",
    "Target",
    "TestCheck",
    "Threat",
    "ThreatPicture",
    "Transfer",
    "ValuedAsset",
]
