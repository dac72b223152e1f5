# METADATA
# title: Action group
# custom:
#   type: azure-native:monitor:ActionGroup
package infra.action_group

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: Whoever is told of alerts is told
# custom:
#   id: PP-ALERT-001
#   severity: high
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R10, R16]
#   detection: enabled is true.
#   false_positives: A group that is switched off while a mailbox is moved.
results contains verdict.equal("PP-ALERT-001", "enabled", true)

# METADATA
# title: Alerts reach somebody
# custom:
#   id: PP-ALERT-002
#   severity: high
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R10, R16]
#   detection: At least one list of receivers, of any kind, is not empty.
#   false_positives: None known.
results contains verdict.finding("PP-ALERT-002", "emailReceivers", state.either(outcomes), "somebody", named)

kinds := [
	"armRoleReceivers",
	"automationRunbookReceivers",
	"azureAppPushReceivers",
	"azureFunctionReceivers",
	"emailReceivers",
	"eventHubReceivers",
	"incidentReceivers",
	"itsmReceivers",
	"logicAppReceivers",
	"smsReceivers",
	"voiceReceivers",
	"webhookReceivers",
]

outcomes := {state.presence(property.at(kind)) | some kind in kinds}

named := [kind | some kind in kinds; state.presence(property.at(kind)) == "pass"]
