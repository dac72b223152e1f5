# METADATA
# title: Resource of a type that the SDK has no words for, such as a FHIR service whose public access is to be closed
# custom:
#   type: azure-native:resources:Resource
#   shared: [PP-LOCK-001, PP-REG-001]
package infra.generic_resource

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.locked

results contains residency.located

# METADATA
# title: A FHIR service is not reached from the internet
# custom:
#   id: PP-FHIR-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: >-
#     properties.publicNetworkAccess is Disabled. A resource of another provider that says nothing of it is not
#     evaluated: what it is open to, only its own type tells.
#   false_positives: A test server that holds synthetic data alone.
results contains verdict.finding("PP-FHIR-001", "properties.publicNetworkAccess", outcome, "Disabled", actual)

actual := property.at("properties.publicNetworkAccess")

provider := property.at("resourceProviderNamespace")

health if state.fold(provider) == "microsoft.healthcareapis"

outcome := state.equality("Disabled", actual) if health

else := "not_evaluated" if actual == null

else := state.equality("Disabled", actual)
