"""The runbook of an environment's foundation: every command, with the names that its plan gives."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.contracts import Graph
    from prosess.domain.environment import Environment

_STEPS: Final = {
    "bootstrap.providers": "bootstrap.providers.why",
    "bootstrap.foundation": "bootstrap.foundation.why",
    "bootstrap.move": "bootstrap.move.why",
    "bootstrap.rights": "bootstrap.rights.why",
    "bootstrap.pipeline": "bootstrap.pipeline.why",
    "bootstrap.close": "bootstrap.close.why",
}
_LOCKS: Final = "Locks Contributor"
"""Contributor may write everything but what governs access, and a lock is counted as such."""

_PLACES: Final = {
    "group": ("azure-native:resources:ResourceGroup", "resourceGroupName"),
    "account": ("azure-native:storage:StorageAccount", "accountName"),
    "container": ("azure-native:storage:BlobContainer", "containerName"),
    "vault": ("azure-native:keyvault:Vault", "vaultName"),
    "key": ("azure-native:keyvault:Key", "keyName"),
    "identity": ("azure-native:managedidentity:UserAssignedIdentity", "resourceName"),
}
_SELF: Final = (("Storage Blob Data Contributor", "container"), ("Key Vault Crypto User", "key"))
"""What the person needs beside Owner, which opens no data."""


@dataclass(frozen=True)
class Told:
    """What the command is told beside the environment: who may apply, and from where."""

    issuer: str | None = None
    subject: str | None = None
    allow: tuple[str, ...] = ()

    def config(self) -> dict[str, Any]:
        """Give it as the program's configuration."""
        told = {"issuer": self.issuer, "subject": self.subject, "allow": list(self.allow)}
        return {key: value for key, value in told.items() if value}

    def options(self) -> str:
        """Give it as a command line has it."""
        pairs = [("--issuer", self.issuer), ("--subject", self.subject), *(("--allow", one) for one in self.allow)]
        return shlex.join([part for flag, value in pairs if value for part in (flag, value)])

    def commands(self) -> list[str]:
        """Give the commands that write it into a stack's configuration."""
        keys = [(key, value) for key, value in (("issuer", self.issuer), ("subject", self.subject)) if value]
        return [
            *(f"pulumi config set {key} {shlex.quote(value)}" for key, value in keys),
            *(f"pulumi config set --path 'allow[{index}]' {one}" for index, one in enumerate(self.allow)),
        ]


@dataclass(frozen=True)
class Foundation:
    """An environment's foundation, as it is planned."""

    file: Path
    environment: "Environment"
    told: Told
    graph: "Graph"
    providers: tuple[str, ...]
    """Namespaces of Azure that the foundation and the environment use."""

    def place(self, key: str) -> str:
        """Give the name of one of its resources."""
        type_, name = _PLACES[key]
        return str(self.graph.of_type(type_)[0].properties[name])

    def id(self, key: str) -> str:
        """Give the id of one of its resources."""
        return str(self.graph.of_type(_PLACES[key][0])[0].id)


def runbook(foundation: Foundation, lang: Tongue) -> str:
    """Give the runbook as Markdown."""
    from prosess.cli.text import text

    environment, told = foundation.environment, foundation.told
    commands = _commands(foundation)
    lines = [f"# {text('bootstrap.title', lang, name=environment.name)}", ""]
    lines += [text("bootstrap.intro", lang, subscription=environment.azure.subscription), ""]
    for missing, key in ((not told.issuer, "bootstrap.no_pipeline"), (not told.allow, "bootstrap.closed")):
        lines += [f"> {text(key, lang)}", ""] if missing else []
    for number, (step, reason) in enumerate(_STEPS.items(), 1):
        lines += [f"## {number}. {text(step, lang)}", "", text(reason, lang), ""]
        lines += ["```sh", *commands[step], "```", ""]
    return "\n".join(lines)


def _commands(foundation: Foundation) -> dict[str, list[str]]:
    """Give the commands of each step."""
    azure, name = foundation.environment.azure, foundation.environment.name
    file = shlex.quote(str(foundation.file))
    backend = f"azblob://{foundation.place('container')}?storage_account={foundation.place('account')}"
    secrets = f"azurekeyvault://{foundation.place('vault')}.vault.azure.net/keys/{foundation.place('key')}"
    scope = f"/subscriptions/{azure.subscription}"
    identity = f"az identity show --resource-group {foundation.place('group')} --name {foundation.place('identity')}"
    assign = 'az role assignment create --assignee-object-id "$OBJECT" --assignee-principal-type ServicePrincipal'
    own = 'az role assignment {} --assignee "$(az ad signed-in-user show --query id -o tsv)" --role "{}" --scope {}'
    init = f'pulumi stack init {name} --secrets-provider "{secrets}"'
    plan = " ".join(filter(None, ("prosess env bootstrap", file, foundation.told.options(), "-o json")))
    return {
        "bootstrap.providers": [
            f"az login --tenant {azure.tenant}",
            f"az account set --subscription {azure.subscription}",
            *(f"az provider register --namespace {one} --wait" for one in foundation.providers),
        ],
        "bootstrap.foundation": [
            f"{plan} > approved.json",
            'mkdir -p "$HOME/.prosess-bootstrap" && pulumi login "file://$HOME/.prosess-bootstrap"',
            "export PULUMI_CONFIG_PASSPHRASE=",
            "cd infra/bootstrap",
            f"pulumi stack init {name}",
            f"pulumi config set environment {file}",
            *foundation.told.commands(),
            "pulumi preview --json --show-sames > preview.json",
            "prosess env diff ../../approved.json preview.json",
            "pulumi up",
        ],
        "bootstrap.move": [
            *(own.format("create", role, foundation.id(where)) for role, where in _SELF),
            "export AZURE_KEYVAULT_AUTH_VIA_CLI=true",
            "pulumi stack export --file state.json",
            f'pulumi login "{backend}"',
            init,
            "pulumi stack import --file state.json && rm state.json preview.json ../../approved.json",
            'rm -r "$HOME/.prosess-bootstrap"',
            f"cd ../.. && {init}",
        ],
        "bootstrap.rights": [
            f"OBJECT=$({identity} --query principalId --output tsv)",
            f"{assign} --scope {scope} --role Contributor",
            f'{assign} --scope {scope} --role "{_LOCKS}"',
            f'{assign} --scope {scope} --role "Role Based Access Control Administrator" --condition-version 2.0 '
            f'--condition "{_condition()}"',
        ],
        "bootstrap.pipeline": [
            f"export ARM_USE_OIDC=true ARM_TENANT_ID={azure.tenant} ARM_SUBSCRIPTION_ID={azure.subscription}",
            f"export ARM_CLIENT_ID=$({identity} --query clientId --output tsv)",
            'az login --service-principal --username "$ARM_CLIENT_ID" --tenant "$ARM_TENANT_ID" '
            '--federated-token "$TOKEN"',
            f'export AZURE_KEYVAULT_AUTH_VIA_CLI=true PULUMI_BACKEND_URL="{backend}"',
            f"prosess env apply {file} --approved sha256:…",
        ],
        "bootstrap.close": [
            *(own.format("delete", role, foundation.id(where)) for role, where in _SELF),
            f"az role assignment list --scope {scope} --role Owner --output table",
        ],
    }


def _condition() -> str:
    """Give the condition under which the deployment may give and take roles: those that the program gives."""
    from infra.components.roles import Role

    roles = ", ".join(sorted(role.value for role in Role))
    parts = []
    for action, whose in (("write", "@Request"), ("delete", "@Resource")):
        parts.append(
            f"((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/{action}'}})) OR "
            f"({whose}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] "
            f"ForAnyOfAnyValues:GuidEquals {{{roles}}}))"
        )
    return " AND ".join(parts)
