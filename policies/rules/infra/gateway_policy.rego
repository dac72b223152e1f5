# METADATA
# title: Policy of the API gateway
# custom:
#   type: azure-native:apimanagement:Policy
#   shared: [PP-APIM-005]
package infra.gateway_policy

import data.lib.gateway_policy

results contains gateway_policy.tokens_checked
