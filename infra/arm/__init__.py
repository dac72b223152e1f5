"""Plans as classic ARM templates: for scanners, which read no Pulumi. Pulumi deploys."""

from infra.arm.model import NotRendered, RenderError, Rendering, Scope, Template
from infra.arm.render import render

__all__ = ["NotRendered", "RenderError", "Rendering", "Scope", "Template", "render"]
