# METADATA
# title: Policy exemption
# custom:
#   type: azure-native:authorization:PolicyExemption
package infra.policy_exemption

import data.lib.verdict

# METADATA
# title: An exemption from a policy ends
# custom:
#   id: PP-POL-004
#   severity: high
#   controls: ["nsm:2.1"]
#   ros: [R09, R19]
#   detection: expiresOn is set.
#   false_positives: None known; what will never be put right belongs in the policy itself.
results contains verdict.present("PP-POL-004", "expiresOn")

# METADATA
# title: An exemption from a policy says why
# custom:
#   id: PP-POL-005
#   severity: medium
#   controls: ["nsm:2.1"]
#   ros: [R09, R19]
#   detection: description is set.
#   false_positives: An exemption whose reason stands in its metadata.
results contains verdict.present("PP-POL-005", "description")

# METADATA
# title: An exemption names the policies that it is from
# custom:
#   id: PP-POL-006
#   severity: medium
#   controls: ["nsm:2.1"]
#   ros: [R09, R19]
#   detection: policyDefinitionReferenceIds is not empty; without it the exemption is from the whole initiative.
#   false_positives: An exemption from an assignment of one policy.
results contains verdict.present("PP-POL-006", "policyDefinitionReferenceIds")
