"""Which service exists where: data of ``regions.yaml``, asked before anything is planned."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from infra.refusal import refusal
from prosess.domain.base import Model
from prosess.domain.environment import (
    FHIR_LOCATION,
    AzureLocation,
    CreateHub,
    CreateMonitoring,
    Environment,
    FhirHosting,
)
from prosess.domain.errors import DomainError

_TABLE = Path(__file__).with_name("regions.yaml")


class Location(Model):
    """What a region is."""

    zones: int
    pair: str
    """Where replicated storage has its second copy."""
    replication: Literal["Standard_GZRS", "Standard_GRS"]
    """The most durable storage that the region has."""
    source: str
    checked: date


class Offer(Model):
    """Whether a service is to be had in one region."""

    available: bool
    basis: Literal["read", "assumed"]
    """Whether the source says so in words, or it is still to be verified."""


class Service(Model):
    """Where a service is offered."""

    title: str
    needs_zones: bool = False
    offered: dict[AzureLocation, Offer]
    source: str
    checked: date


class RegionTable(Model):
    """The whole of ``regions.yaml``."""

    locations: dict[AzureLocation, Location]
    countries: dict[str, str]
    services: dict[str, Service]


@cache
def table() -> RegionTable:
    """Give the table. Read once: it is part of the program, not of what the program is asked for."""
    return RegionTable.model_validate_json(json.dumps(yaml.safe_load(_TABLE.read_text("utf-8"))))


def location_of(location: AzureLocation) -> Location:
    """Give what a region is."""
    return table().locations[location]


def check(environment: Environment) -> tuple[DomainError, ...]:
    """Give everything that an environment asks for where it cannot be had."""
    return tuple(_problems(environment))


def _problems(environment: Environment) -> Iterator[DomainError]:
    services, home = environment.services, environment.azure.location
    asked: list[tuple[str, str, AzureLocation]] = [
        (f"services.{group}.{key}", service, home)
        for group, key, service, mode in (
            ("security", "secret_vault", "key_vault", services.security.secret_vault.mode),
            ("security", "key_vault", "key_vault", services.security.key_vault.mode),
            ("security", "monitoring", "monitoring", services.security.monitoring.mode),
            ("security", "audit_store", "storage", services.security.audit_store.mode),
            ("security", "siem", "siem", services.security.siem.mode),
            ("integration", "messaging", "messaging", services.integration.messaging.mode),
            ("integration", "api_gateway", "api_gateway", services.integration.api_gateway.mode),
            ("integration", "events", "event_grid", services.integration.events.mode),
            ("integration", "siem_export", "event_hubs", services.integration.siem_export.mode),
            ("datacentre", "hub", "firewall", services.datacentre.hub.mode),
            ("datacentre", "flow_logs", "flow_logs", services.datacentre.flow_logs.mode),
            ("datacentre", "backup", "backup", services.datacentre.backup.mode),
            ("datacentre", "registry", "registry", services.datacentre.registry.mode),
        )
        if mode == "create"
    ]
    hub = services.datacentre.hub
    if isinstance(hub, CreateHub) and hub.resolver.mode == "create":
        asked.append(("services.datacentre.hub.resolver", "dns_resolver", home))
    if services.datacentre.connection.mode != "existing_hub":
        asked.append(("services.datacentre.connection", "network_gateway", home))
    if isinstance(services.security.monitoring, CreateMonitoring) and services.security.monitoring.customer_key:
        asked.append(("services.security.monitoring.customer_key", "log_cluster", home))
    if environment.fhir.hosting in FHIR_LOCATION:
        asked.append(("fhir.hosting", "fhir", FHIR_LOCATION[environment.fhir.hosting]))
    self_hosted = environment.fhir.hosting is FhirHosting.SELF_HOSTED_NORWAY_EAST
    for service in ("container_apps", "postgresql"):
        if services.workload.mode == "create":
            asked.append(("services.workload", service, home))
        if self_hosted:
            asked.append(("fhir.hosting", service, AzureLocation.NORWAY_EAST))
    for path, key, location in asked:
        yield from _missing(path, key, location)
    if services.security.audit_store.mode == "create":
        yield from _replicated_abroad(environment)


def _missing(path: str, key: str, location: AzureLocation) -> Iterator[DomainError]:
    service = table().services[key]
    offer = service.offered.get(location)
    if offer is None or not offer.available:
        yield refusal(
            "SERVICE_NOT_IN_REGION",
            facts={
                "service": key,
                "location": location.value,
                "checked": service.checked.isoformat(),
                "elsewhere": sorted(name.value for name, other in service.offered.items() if other.available),
                "source": service.source,
            },
            at=path.split("."),
        )
    elif service.needs_zones and not location_of(location).zones:
        yield refusal("SERVICE_NEEDS_ZONES", facts={"service": key, "location": location.value}, at=path.split("."))


def _replicated_abroad(environment: Environment) -> Iterator[DomainError]:
    pair = location_of(environment.azure.location).pair
    country = table().countries[pair]
    if country not in environment.residency.storage_countries:
        yield refusal(
            "REPLICA_OUTSIDE_RESIDENCY",
            facts={"pair": pair, "country": country},
            at=("services", "security", "audit_store"),
        )
