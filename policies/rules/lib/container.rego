# METADATA
# title: What every container is
package lib.container

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A container runs the image that was approved
# custom:
#   id: PP-CA-001
#   severity: high
#   controls: ["nsm:2.1", "nsm:2.3"]
#   ros: [R14, R15]
#   detection: Every image of template.containers and template.initContainers is named by digest (@sha256:).
#   false_positives: A sandbox that follows a tag.
pinned := verdict.finding("PP-CA-001", "template.containers", images_state, "@sha256:", sort(unpinned))

# METADATA
# title: A container's secrets stay in the vault
# custom:
#   id: PP-CA-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: Every secret of configuration.secrets has a keyVaultUrl, and no value of its own.
#   false_positives: None known.
secrets_in_vault := verdict.none("PP-CA-002", "configuration.secrets", loose, doubtful_secrets)

# METADATA
# title: A container has an identity of its own
# custom:
#   id: PP-CA-004
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: identity.type names UserAssigned or SystemAssigned.
#   false_positives: A program that calls nothing.
identified := verdict.one_of("PP-CA-004", "identity.type", ["UserAssigned", "SystemAssigned", "SystemAssigned,UserAssigned"])

listed(path) := value if {
	value := property.at(path)
	is_array(value)
} else := []

containers := array.concat(listed("template.containers"), listed("template.initContainers"))

images := [object.get(container, "image", null) | some container in containers]

named_by_digest(image) if {
	is_string(image)
	regex.match(`@sha256:[0-9a-f]{64}$`, image)
}

unpinned contains sprintf("%v", [image]) if {
	some image in images
	not named_by_digest(image)
	not state.untold(image)
}

hidden_images contains image if {
	some image in images
	state.untold(image)
}

images_state := "not_evaluated" if state.untold(property.at("template.containers"))

else := "fail" if count(images) == 0

else := state.innocence(unpinned, hidden_images)

secrets := listed("configuration.secrets")

loose contains object.get(secret, "name", "?") if {
	some secret in secrets
	object.get(secret, "value", null) != null
}

loose contains object.get(secret, "name", "?") if {
	some secret in secrets
	object.get(secret, "keyVaultUrl", null) == null
}

doubtful_secrets contains "configuration.secrets" if state.untold(property.at("configuration.secrets"))
