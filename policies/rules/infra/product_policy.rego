# METADATA
# title: Policy of a product at the API gateway
# custom:
#   type: azure-native:apimanagement:ProductPolicy
#   shared: [PP-APIM-005]
package infra.product_policy

import data.lib.gateway_policy

results contains gateway_policy.tokens_checked
