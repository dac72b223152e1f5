"""SARIF 2.1.0, written in one place for scans and for risk reports."""

from prosess.sarif.log import Location, Notification, Result, RuleText, fingerprint, level_of, log, score_of

__all__ = ["Location", "Notification", "Result", "RuleText", "fingerprint", "level_of", "log", "score_of"]
