# METADATA
# title: Blob container
# custom:
#   type: azure-native:storage:BlobContainer
package infra.blob_container

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A container is open to nobody without a role
# custom:
#   id: PP-CONT-001
#   severity: critical
#   controls: ["nsm:2.5", "nsm:2.6"]
#   ros: [R02, R09]
#   detection: publicAccess is None, or is left out (None is then Azure's).
#   false_positives: None known.
results contains verdict.finding("PP-CONT-001", "publicAccess", access_state, "None", access)

access := property.at("publicAccess")

access_state := "pass" if access == null

else := state.equality("None", access)

# METADATA
# title: What is kept as proof cannot be altered
# custom:
#   id: PP-CONT-002
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R04, R10]
#   detection: >-
#     A container whose name or service label holds "audit", "access-log" or
#     "break-the-glass" has an immutability policy.
#   false_positives: A container that only names audit; other containers pass without one.
results contains verdict.finding("PP-CONT-002", "immutability_policies", proof_state, "related", policies)

policies := verdict.related("PP-CONT-002", "immutability_policies").actual

proof_state := state.relation("immutability_policies", policies) if kept_as_proof

else := "pass"

kept_as_proof if {
	some word in ["audit", "access-log", "accesslog", "break-the-glass"]
	some name in names
	contains(lower(name), word)
}

names := [name |
	some name in [input.resource.name, property.at("containerName"), object.get(input.environment, "service", "")]
	is_string(name)
]
