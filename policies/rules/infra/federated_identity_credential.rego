# METADATA
# title: Federated credential of a managed identity
# custom:
#   type: azure-native:managedidentity:FederatedIdentityCredential
package infra.federated_identity_credential

import data.lib.verdict

# METADATA
# title: A federated credential takes tokens that were issued for Azure only
# custom:
#   id: PP-FED-001
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: audiences is exactly api://AzureADTokenExchange.
#   false_positives: A sovereign cloud has an audience of its own.
results contains verdict.equal("PP-FED-001", "audiences", ["api://AzureADTokenExchange"])
