# METADATA
# title: Policy of one API in the gateway
# custom:
#   type: azure-native:apimanagement:ApiPolicy
#   shared: [PP-APIM-005]
package infra.gateway_api_policy

import data.lib.gateway_policy

results contains gateway_policy.tokens_checked
