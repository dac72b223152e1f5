# METADATA
# title: Policy fragment of the API gateway
# custom:
#   type: azure-native:apimanagement:PolicyFragment
#   shared: [PP-APIM-005]
package infra.gateway_policy_fragment

import data.lib.gateway_policy

results contains gateway_policy.tokens_checked
