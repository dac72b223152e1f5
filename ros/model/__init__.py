"""What the files of a risk assessment may say: the analysis, its risks, and the controls that they lean on."""

from ros.criteria.dimension import Dimension, Facet
from ros.model.acceptance import AcceptedRisk
from ros.model.analysis import Analysis, Asked, Marking, Party
from ros.model.control import Attestation, Control, ControlDocumentation, RuleCheck
from ros.model.files import AnalysisFiles
from ros.model.risk import Action, ControlUse, Judgement, RiskFile, Target
from ros.model.selector import NodeIndex, Selector

__all__ = [
    "AcceptedRisk",
    "Action",
    "Analysis",
    "AnalysisFiles",
    "Asked",
    "Attestation",
    "Control",
    "ControlDocumentation",
    "ControlUse",
    "Dimension",
    "Facet",
    "Judgement",
    "Marking",
    "NodeIndex",
    "Party",
    "RiskFile",
    "RuleCheck",
    "Selector",
    "Target",
]
