"""Every module that declares a table, so that the metadata is whole."""

import platform_api.assessments.models
import platform_api.audit.models
import platform_api.dependencies.models
import platform_api.environments.models
import platform_api.kit.replay
import platform_api.notifications.models
import platform_api.operations.models
import platform_api.pathways.models
import platform_api.tenants.models
from platform_api.kit.database import Base

METADATA = Base.metadata

__all__ = ["METADATA", "platform_api"]
