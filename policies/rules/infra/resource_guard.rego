# METADATA
# title: Who must agree to weaken a backup
# custom:
#   type: azure-native:dataprotection:ResourceGuard
#   shared: [PP-LOCK-001, PP-REG-001]
package infra.resource_guard

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.locked

results contains residency.located

# METADATA
# title: A guard excuses nothing
# custom:
#   id: PP-RGRD-001
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R16]
#   detection: vaultCriticalOperationExclusionList is empty.
#   false_positives: An operation that the vault's owner must be able to do alone; exempt the guard and name it.
results contains verdict.none("PP-RGRD-001", "properties.vaultCriticalOperationExclusionList", excused, doubtful)

exclusions := property.at("properties.vaultCriticalOperationExclusionList")

doubtful contains "?" if state.untold(exclusions)

excused contains operation if {
	is_array(exclusions)
	some operation in exclusions
}
