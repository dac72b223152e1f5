# METADATA
# title: Managed identity
# custom:
#   type: azure-native:managedidentity:UserAssignedIdentity
#   shared: [PP-REG-001]
package infra.user_assigned_identity

import data.lib.residency

results contains residency.located
