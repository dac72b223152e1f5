# METADATA
# title: A vault's bond to its guard
# custom:
#   type: azure-native:dataprotection:DppResourceGuardProxy
package infra.resource_guard_proxy

import data.lib.verdict

# METADATA
# title: A vault says who guards it
# custom:
#   id: PP-RGRD-002
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R16]
#   detection: properties.resourceGuardResourceId is set.
#   false_positives: None known.
results contains verdict.present("PP-RGRD-002", "properties.resourceGuardResourceId")
