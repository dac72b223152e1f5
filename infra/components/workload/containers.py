"""What every container of the platform is given."""

from collections.abc import Mapping, Sequence

import pulumi
from pulumi_azure_native import app

from infra.components.base import Component
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program
from prosess.domain.environment import registry_host

OPA_ADDRESS = "http://127.0.0.1:8181"
"""Inside the replica only: the containers of one replica share their loopback interface, and nobody else's."""

VERIFICATION_KEY = "opa-verification-key"
"""Name of the secret that holds the public key by which the rules are known to be the approved ones."""

_OPA_HEALTH = 8282
_KEYS = "policy-keys"


def variables(values: Mapping[str, pulumi.Input[str]]) -> list[app.EnvironmentVarArgs]:
    """Give environment variables, in order of name."""
    return [app.EnvironmentVarArgs(name=name, value=value) for name, value in sorted(values.items())]


def probe(kind: str, path: str, port: int, *, failures: int = 3) -> app.ContainerAppProbeArgs:
    """Give a probe over HTTP, every ten seconds."""
    return app.ContainerAppProbeArgs(
        type=kind,
        http_get=app.ContainerAppProbeHttpGetArgs(path=path, port=port, scheme="HTTP"),
        period_seconds=10,
        timeout_seconds=5,
        failure_threshold=failures,
    )


def opa(image: str) -> app.ContainerArgs:
    """Give the policy engine that stands beside a program.

    Its image holds the rules as a signed bundle; it starts only where the signature is by the key in the vault. Its
    answers are for the replica itself, and its health alone is told outside.
    """
    return app.ContainerArgs(
        name="opa",
        image=image,
        args=[
            "run",
            "--server",
            "--addr=127.0.0.1:8181",
            f"--diagnostic-addr=0.0.0.0:{_OPA_HEALTH}",
            "--bundle",
            f"--verification-key=/{_KEYS}/{VERIFICATION_KEY}.pem",
            "--verification-key-id=prosess",
            "--log-format=json",
            "--set=decision_logs.console=true",
            "/policy/bundle.tar.gz",
        ],
        resources=app.ContainerResourcesArgs(cpu=0.25, memory="0.5Gi"),
        probes=[probe("Liveness", "/health", _OPA_HEALTH), probe("Readiness", "/health?bundles", _OPA_HEALTH)],
        volume_mounts=[app.VolumeMountArgs(volume_name=_KEYS, mount_path=f"/{_KEYS}")],
    )


def policy_keys() -> app.VolumeArgs:
    """Give the volume that the policy engine reads its verification key from."""
    return app.VolumeArgs(
        name=_KEYS,
        storage_type=app.StorageType.SECRET,
        secrets=[app.SecretVolumeItemArgs(secret_ref=VERIFICATION_KEY, path=f"{VERIFICATION_KEY}.pem")],
    )


def verification_key(vault_uri: pulumi.Input[str], reader: Workload) -> app.SecretArgs:
    """Give the verification key as a reference into the vault, read by the program's own identity."""
    return app.SecretArgs(
        name=VERIFICATION_KEY,
        key_vault_url=pulumi.Output.concat(vault_uri, "secrets/", VERIFICATION_KEY),
        identity=reader.id,
    )


def identity_of(program: Workload) -> app.ManagedServiceIdentityArgs:
    """Give the one identity that a program has."""
    return app.ManagedServiceIdentityArgs(
        type=app.ManagedServiceIdentityType.USER_ASSIGNED, user_assigned_identities=[program.id]
    )


def pulled_by(program: Workload, registry: str) -> Sequence[app.RegistryCredentialsArgs]:
    """Give the registry that a program's images are pulled from, by its identity."""
    return [app.RegistryCredentialsArgs(server=registry_host(registry), identity=program.id)]


def allow_pull(owner: Component, key: str, program: Workload, registry: str) -> None:
    """Let a program's identity pull images from the region's registry, and do nothing else there."""
    give_program(
        owner, f"{key}-pulls-images", Role.IMAGE_PULLER, registry, program, (registry,), "Pulls its own images."
    )
