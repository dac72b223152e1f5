"""Plans: what a Pulumi program would make, told offline or read from the engine, as ``graph/1``."""

from infra.planning.engine import plan_from_export, plan_from_preview
from infra.planning.graph import Difference, PlanError, build, equivalent
from infra.planning.offline import plan

__all__ = ["Difference", "PlanError", "build", "equivalent", "plan", "plan_from_export", "plan_from_preview"]
