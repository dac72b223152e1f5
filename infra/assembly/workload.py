"""Where the platform itself runs, if the environment runs it."""

from dataclasses import dataclass

import pulumi

from infra.assembly.platform import Platform
from infra.assembly.security import WORKLOAD_KEY, Security
from infra.components.workload.container_environment import ContainerEnvironment
from infra.components.workload.platform_database import PlatformDatabase
from infra.components.workload.programs import Programs
from prosess.domain.environment import CreateWorkload


@dataclass(frozen=True)
class Workloads:
    """What later groups lean on."""

    asked: CreateWorkload
    environment: ContainerEnvironment
    url: pulumi.Output[str]
    """Address of the platform's API, inside the network."""


def run(platform: Platform, security: Security) -> Workloads | None:
    """Make what the platform runs on, and its programs."""
    asked, settings = platform.context.environment.services.workload, platform.settings
    if not isinstance(asked, CreateWorkload):
        return None
    assert security.vault is not None  # noqa: S101 - held by infra.feasibility
    environment = platform.add(ContainerEnvironment(settings.container_environment, context=platform.context))
    database = platform.add(
        PlatformDatabase(asked.database, settings.database, key=security.key(WORKLOAD_KEY), context=platform.context)
    )
    programs = platform.add(
        Programs(
            settings.programs,
            asked,
            environment=environment,
            database=database,
            vault=security.vault,
            programs=security.identities.workloads,
            context=platform.context,
        )
    )
    return Workloads(asked, environment, programs.url)
