"""What a consequence may be a consequence for, and what a control may lower."""

from typing import Literal

Dimension = Literal["confidentiality", "integrity", "availability", "robustness", "patient_safety", "data_subject"]
"""Normen asks for the first four with decisive weight on the patient; GDPR for the last."""

Facet = Literal[
    "likelihood", "confidentiality", "integrity", "availability", "robustness", "patient_safety", "data_subject"
]
"""The likelihood, or the consequence in one dimension."""
