# METADATA
# title: Firewall of a Service Bus namespace
# custom:
#   type: azure-native:servicebus:NamespaceNetworkRuleSet
#   shared: [PP-NRS-001, PP-NRS-002]
package infra.service_bus_network

import data.lib.namespace_network

results contains namespace_network.refuses

results contains namespace_network.stays_closed
