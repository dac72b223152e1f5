# METADATA
# title: Container app
# custom:
#   type: azure-native:app:ContainerApp
#   shared: [PP-CA-001, PP-CA-002, PP-CA-004, PP-REG-001]
package infra.container_app

import data.lib.container
import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains container.identified

results contains container.pinned

results contains container.secrets_in_vault

results contains residency.located

# METADATA
# title: A container does not answer in clear text
# custom:
#   id: PP-CA-003
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: configuration.ingress.allowInsecure is not true.
#   false_positives: None known.
results contains verdict.finding("PP-CA-003", "configuration.ingress.allowInsecure", outcome, false, insecure)

insecure := property.at("configuration.ingress.allowInsecure")

# Nothing said is no: that is Azure's own default, and an app without ingress says nothing.
outcome := "not_evaluated" if state.untold(insecure)

else := "fail" if insecure == true

else := "pass"
