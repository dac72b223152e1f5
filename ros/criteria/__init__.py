"""Criteria profiles: scales, matrix and limits as versioned data, pinned by digest wherever they are used."""

from ros.criteria.profile import NOT_ASSESSED, CriteriaError, Level, Profile, Step
from ros.criteria.store import profile_names, read_profile

__all__ = ["NOT_ASSESSED", "CriteriaError", "Level", "Profile", "Step", "profile_names", "read_profile"]
